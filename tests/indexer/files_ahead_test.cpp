#include "indexer/files_ahead.hpp"

#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "indexer/ingest.hpp"
#include "tests/indexer/source_folder.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

/// Files that a process reads among files that are read at once.
void write_mixed_files(const SourceFolder& source, int count) {
    for (int i = 100; i < 100 + count; ++i) {
        const bool apart = i % 3 != 0;
        source.write(fmt::format("{}.{}", i, apart ? "md" : "txt"),
                     fmt::format("Nummer {}\n\nEen tekst over {}.\n", i, i));
    }
    source.write("200.docx", "dit is geen Word");
}

/// What comes of the files, in the order in which it came.
std::vector<std::string> taken_in(const SourceFolder& source, int readers) {
    std::vector<std::string> lines;
    RunReport report;
    ingest(source.sources(), Known{.readers = readers}, sample_installation(), report, [&](KnowledgeProduct product) {
        lines.push_back(product.id + ' ' + product.title);
        return Placement{};
    });
    for (const Skipped& skipped : report.skipped) lines.push_back(skipped.location + ' ' + skipped.error.message.nl);
    return lines;
}

}  // namespace

TEST_CASE("however many files are read at the same time, the outcome is the same") {
    const SourceFolder source;
    write_mixed_files(source, 40);
    const std::vector<std::string> one_by_one = taken_in(source, 1);
    CHECK(one_by_one.size() == 41);
    CHECK(taken_in(source, 2) == one_by_one);
    CHECK(taken_in(source, 8) == one_by_one);
}

TEST_CASE("a run that ends early leaves the files that were read ahead") {
    const SourceFolder source;
    write_mixed_files(source, 40);
    RunReport report;
    int taken = 0;
    ingest(source.sources(), Known{.readers = 4}, sample_installation(), report,
           [&](const KnowledgeProduct&) -> std::optional<Placement> {
               return ++taken < 5 ? std::optional{Placement{}} : std::nullopt;
           });
    CHECK(taken == 5);
    CHECK(report.files == 5);
}

TEST_CASE("only files that are to be read are read ahead, and every file has its turn") {
    const SourceFolder source;
    write_mixed_files(source, 30);
    const std::vector<SourceItem> items = walk_sources(source.sources()).items;
    FilesAhead files(items, {}, 2,
                     [](const SourceItem& item) { return FilesAhead::Expected{item.size, item.uri < "115"}; });
    std::vector<std::string> uris;
    while (const auto file = files.next()) {
        uris.push_back(file->item->uri);
        CHECK(file->content_hash == file->item->size);
        const bool is_read_ahead = file->records != nullptr;
        CHECK(is_read_ahead == (file->item->uri < "115" && file->item->uri.ends_with(".md")));
    }
    REQUIRE(uris.size() == items.size());
    for (std::size_t i = 0; i < items.size(); ++i) CHECK(uris[i] == items[i].uri);
}

}  // namespace schakel
