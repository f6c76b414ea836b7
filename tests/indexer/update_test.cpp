#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "config/index/block_file.hpp"
#include "config/index/blocklist.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "config/index/postings.hpp"
#include "config/index/stored_record.hpp"
#include "config/index/tombstones.hpp"
#include "indexer/build.hpp"
#include "indexer/ledger.hpp"
#include "tests/indexer/source_folder.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

using Titles = std::map<std::string, std::string>;  // id → title

std::string line(std::string_view id, std::string_view title) {
    return fmt::format(R"({{"id":"{}","titel":"{}"}})", id, title) + '\n';
}

/// The living products of an index, by id; a product that lives twice fails the test.
Titles living(const std::filesystem::path& index) {
    const IndexFolder folder(index);
    const std::filesystem::path generation = folder.path_of(folder.live().value());
    const IndexManifest manifest = read_manifest(generation).value();
    Titles titles;
    for (const ManifestSegment& segment : manifest.segments) {
        const auto records = BlockFile::open(generation / segment.name / records_name);
        const auto deleted = read_tombstones(generation, segment);
        REQUIRE(records);
        REQUIRE(deleted);
        for (std::size_t i = 0; i < records->size(); ++i) {
            if (deleted->contains(i)) continue;
            const auto record = decode_record(records->read(i).value());
            CHECK(titles.emplace(record->id, record->title).second);
        }
    }
    CHECK(manifest.products == titles.size());
    return titles;
}

/// A source, its index, and what a curator does with them.
struct Corpus {
    SourceFolder source;
    TemporaryFolder index;
    Installation installation = sample_installation();
    TemporaryFolder corrections;

    Corpus() { installation.settings.paths.corrections = corrections.path(); }

    RunReport build() const {
        RunReport report;
        REQUIRE(
            schakel::build({.sources = source.sources(), .index = index.path(), .threads = 2}, installation, report));
        return report;
    }

    Result<void> try_update(RunReport& report, bool force = false) const {
        return update({.index = index.path(), .threads = 2, .force = force}, installation, report);
    }

    RunReport update_now(bool force = false) const {
        RunReport report;
        const auto done = try_update(report, force);
        INFO((done ? "" : to_text(done.error(), Language::english)));
        REQUIRE(done);
        return report;
    }

    void correct(const std::string& file, std::string_view lines) const {
        std::ofstream(corrections.path() / file, std::ios::binary) << lines;
    }

    Titles titles() const { return living(index.path()); }
};

std::string ten_records() {
    std::string lines;
    for (int i = 0; i < 10; ++i) lines += line(fmt::format("p{}", i), fmt::format("Product {}", i));
    return lines;
}

std::string long_text(int from) {
    std::string text;
    for (int i = from; i < from + 200; ++i) text += fmt::format("woord{} ", i);
    return text;
}

}  // namespace

TEST_CASE("an update of what did not change publishes nothing") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records());
    corpus.build();
    const RunReport report = corpus.update_now();
    CHECK(report.unchanged == 10);
    CHECK(report.added + report.changed + report.removed.size() == 0);
    CHECK_FALSE(report.generation);
}

TEST_CASE("an update takes in what is new, changed and gone, record by record") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records());
    corpus.source.write("b.jsonl", line("q", "Blijft"));
    corpus.build();
    std::string lines = ten_records().substr(line("p0", "Product 0").size());  // without the first
    lines.replace(lines.find("Product 5"), 9, "Anders   ");
    corpus.source.write("a.jsonl", lines + line("nieuw", "Nieuw"));
    const RunReport report = corpus.update_now();
    CHECK(report.added == 1);
    CHECK(report.changed == 1);
    CHECK(report.unchanged == 9);
    CHECK(report.removed == std::vector<std::string>{"p0"});
    const Titles titles = corpus.titles();
    CHECK(titles.size() == 11);
    CHECK(titles.at("p5") == "Anders");
    CHECK(titles.at("nieuw") == "Nieuw");
    CHECK_FALSE(titles.contains("p0"));
}

TEST_CASE("many updates leave the same products as one build") {
    const Corpus corpus;
    std::map<std::string, std::string> files;
    const auto write = [&](const std::string& name, std::string lines) {
        corpus.source.write(name, lines);
        files[name] = std::move(lines);
    };
    for (int file = 0; file < 6; ++file)
        write(fmt::format("f{}.jsonl", file),
              line(fmt::format("id{}", file), "Eerst") + line(fmt::format("x{}", file), "X"));
    corpus.build();
    for (int round = 0; round < 6; ++round) {
        write(fmt::format("f{}.jsonl", round), line(fmt::format("id{}", round), fmt::format("Ronde {}", round)));
        write(fmt::format("n{}.jsonl", round),
              line(fmt::format("nieuw{}", round), "Nieuw") + line(fmt::format("id{}", (round + 1) % 6), "Dubbel"));
        corpus.update_now(true);
    }
    Corpus fresh;
    for (const auto& [name, lines] : files) fresh.source.write(name, lines);
    fresh.build();
    CHECK(corpus.titles() == fresh.titles());
}

TEST_CASE("an update that would lose many products asks for --force") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records());
    corpus.source.write("b.jsonl", line("q1", "Een") + line("q2", "Twee") + line("q3", "Drie"));
    corpus.build();
    corpus.source.remove("b.jsonl");
    RunReport report;
    CHECK(corpus.try_update(report).error().code == ErrorCode::verification_failed);
    CHECK(corpus.titles().size() == 13);
    corpus.update_now(true);
    CHECK(corpus.titles().size() == 10);
}

TEST_CASE("a source that is away costs nothing") {
    Corpus corpus;
    corpus.source.write("a.jsonl", ten_records());
    corpus.build();
    std::filesystem::rename(corpus.source.path(), corpus.source.path().string() + ".weg");
    RunReport report;
    CHECK(corpus.try_update(report).error().code == ErrorCode::not_found);
    std::filesystem::rename(corpus.source.path().string() + ".weg", corpus.source.path());
    CHECK(corpus.titles().size() == 10);
}

TEST_CASE("a file that can no longer be read keeps what it gave") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records());
    corpus.source.write(
        "b.xml", R"(<kennisproduct xmlns="urn:schakel:kennisproduct:1" id="x"><titel>Goed</titel></kennisproduct>)");
    corpus.build();
    corpus.source.write("b.xml", "<kennisproduct half");
    const RunReport report = corpus.update_now();
    CHECK(report.skipped.size() == 1);
    CHECK(corpus.titles().at("x") == "Goed");
    const RunReport again = corpus.update_now();
    CHECK(again.skipped.size() == 1);  // remembered, not forgotten
    CHECK_FALSE(again.generation);
    CHECK(corpus.titles().at("x") == "Goed");
}

TEST_CASE("a record that is taken out of its file goes, also when what is left is wrong") {
    const Corpus corpus;
    const std::string wrong = R"({"id":"fout","titel":"Fout","themas":["bestaat niet"]})"
                              "\n";
    corpus.source.write("a.jsonl", ten_records());
    corpus.source.write("b.jsonl", line("weg", "Weg") + wrong);
    corpus.build();
    corpus.source.write("b.jsonl", wrong);
    CHECK(corpus.update_now().removed == std::vector<std::string>{"weg"});
    CHECK_FALSE(corpus.titles().contains("weg"));
}

TEST_CASE("what was left out is remembered and comes in when it is mended") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records() + R"({"id":"fout","titel":"Fout","themas":["bestaat niet"]})" + "\n");
    CHECK(corpus.build().skipped.size() == 1);
    CHECK(corpus.update_now().skipped.size() == 1);
    corpus.source.write("a.jsonl", ten_records() + line("fout", "Goed nu"));
    const RunReport report = corpus.update_now();
    CHECK(report.skipped.empty());
    CHECK(report.added == 1);
    CHECK(report.unchanged == 10);
}

TEST_CASE("a record that was refused for its id comes in when the id is free") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records() + line("zelfde", "Eerste"));
    corpus.source.write("b.jsonl", line("zelfde", "Tweede"));
    CHECK(corpus.build().skipped.size() == 1);
    CHECK(corpus.titles().at("zelfde") == "Eerste");
    corpus.source.write("a.jsonl", ten_records());
    const RunReport report = corpus.update_now();
    CHECK(corpus.titles().at("zelfde") == "Tweede");
    CHECK(report.skipped.empty());
    CHECK(report.removed.empty());
}

TEST_CASE("a blocked product leaves the index and returns when it is unblocked") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records());
    corpus.build();
    const std::vector<std::string> ids{"p3"};
    REQUIRE(add_to_blocklist(corpus.index.path(), ids, "op verzoek"));
    const RunReport report = corpus.update_now();
    CHECK(report.blocked == ids);
    CHECK(report.removed.empty());
    CHECK_FALSE(corpus.titles().contains("p3"));
    corpus.build();
    CHECK_FALSE(corpus.titles().contains("p3"));
    REQUIRE(remove_from_blocklist(corpus.index.path(), ids));
    corpus.update_now();
    CHECK(corpus.titles().contains("p3"));
}

TEST_CASE("corrections change one record, stay after the source changes, and go when they are taken back") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records());
    corpus.build();
    corpus.correct("1.jsonl", R"({"id":"p1","titel":"Verbeterd"})");
    CHECK(corpus.update_now().changed == 1);
    CHECK(corpus.titles().at("p1") == "Verbeterd");
    std::string lines = ten_records();
    lines.replace(lines.find("Product 1"), 9, "Geoogst 1");
    corpus.source.write("a.jsonl", lines);
    corpus.update_now();
    CHECK(corpus.titles().at("p1") == "Verbeterd");
    std::filesystem::remove(corpus.corrections.path() / "1.jsonl");
    CHECK(corpus.update_now().changed == 1);
    CHECK(corpus.titles().at("p1") == "Geoogst 1");
}

TEST_CASE("a correction can make a record fit for the index") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records() + R"({"id":"fout","titel":"Fout","themas":["bestaat niet"]})" + "\n");
    CHECK(corpus.build().skipped.size() == 1);
    corpus.correct("1.jsonl", R"({"id":"fout","themas":["eenzaamheid"]})");
    CHECK(corpus.update_now().skipped.empty());
    CHECK(corpus.titles().contains("fout"));
}

TEST_CASE("a file with the text of another one becomes its copy, until the first one goes") {
    const Corpus corpus;
    corpus.source.write("a.txt", "Het rapport\n\n" + long_text(0));
    corpus.source.write("b.md", "# Het rapport\n\n" + long_text(0) + " nog iets");
    corpus.source.write("c.txt", "Iets anders\n\n" + long_text(1000));
    corpus.source.write("d.txt", "Het rapport 2\n\n" + long_text(0));  // of another year
    const RunReport built = corpus.build();
    REQUIRE(built.copies.size() == 1);
    CHECK(built.copies[0].location == "b.md");
    CHECK(corpus.titles().size() == 3);
    corpus.source.remove("a.txt");
    const RunReport report = corpus.update_now(true);
    CHECK(report.copies.empty());
    CHECK(report.added == 1);
    CHECK(corpus.titles().size() == 3);
}

TEST_CASE("a file that brings its own id is never a copy") {
    const Corpus corpus;
    corpus.source.write("a.txt", "Het rapport\n\n" + long_text(0));
    corpus.source.write("b.md", "---\nid: eigen\n---\n# Het rapport\n\n" + long_text(0));
    CHECK(corpus.build().copies.empty());
    CHECK(corpus.titles().size() == 2);
}

TEST_CASE("other terms of a source have its records read again") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", ten_records());
    corpus.build();
    SourceTerms terms;
    terms.rights.licence = "CC BY 4.0";
    const std::vector<Source> sources{
        {.path = corpus.source.path(), .terms = std::make_shared<const SourceTerms>(terms)}};
    for (const std::uint64_t changed : {std::uint64_t{10}, std::uint64_t{0}}) {
        RunReport report;
        REQUIRE(update({.sources = sources, .index = corpus.index.path()}, corpus.installation, report));
        CHECK(report.changed == changed);
    }
}

TEST_CASE("segments are shared between generations and go when nothing lives in them") {
    const Corpus corpus;
    corpus.source.write("a.jsonl", line("een", "Een"));
    corpus.source.write("b.jsonl", line("twee", "Twee"));
    corpus.build();
    corpus.source.write("a.jsonl", line("een", "Nieuw"));
    corpus.source.write("b.jsonl", line("twee", "Nieuw"));
    corpus.update_now();
    const IndexFolder folder(corpus.index.path());
    const IndexManifest manifest = read_manifest(folder.path_of(folder.live().value())).value();
    REQUIRE(manifest.segments.size() == 1);
    CHECK(manifest.segments[0].deleted == 0);
    CHECK(corpus.titles().size() == 2);
}

TEST_CASE("worn segments are written again without a change in what can be found") {
    Corpus corpus;
    corpus.installation.settings.index.most_segments = 4;
    corpus.source.write("a.jsonl", ten_records());
    corpus.build();
    for (int round = 0; round < 5; ++round) {
        corpus.source.write(fmt::format("n{}.jsonl", round), line(fmt::format("n{}", round), "Nieuw"));
        corpus.update_now();
    }
    const Titles before = corpus.titles();
    const IndexFolder folder(corpus.index.path());
    const auto segments = [&] { return read_manifest(folder.path_of(folder.live().value())).value().segments.size(); };
    CHECK(segments() == 6);
    const BuildOptions options{.index = corpus.index.path(), .threads = 1};
    CHECK(rewrite_worn_segments(options, corpus.installation).value());
    CHECK(segments() == 3);
    CHECK(corpus.titles() == before);
    CHECK_FALSE(rewrite_worn_segments(options, corpus.installation).value());
    CHECK_FALSE(corpus.update_now().generation);
}

TEST_CASE("a ledger survives writing and reading, and damage is seen") {
    const TemporaryFolder folder;
    Ledger ledger;
    ledger.sources = {"/srv/rapporten", "@movisie"};
    ledger.corrections = 7;
    LedgerFile file{.uri = "a.jsonl", .mtime = -1, .size = 12, .content_hash = 99};
    file.records.push_back({.id = "p",
                            .raw_hash = 5,
                            .correction_hash = 6,
                            .placement = {1, 2},
                            .version = {9, 1'795'341'601},
                            .mark = std::make_shared<const WorkMark>(WorkMark{{1, 2}, 300, 4})});
    file.left_out.push_back(
        {.raw_hash = 8,
         .reason = {"a.jsonl:2", Stage::resolve, {ErrorCode::unknown_value, {"nl", "en"}, {"h", "i"}}},
         .waits_for = "q",
         .copy_id = "r",
         .copy = {"https://voorbeeld.example/r.pdf", "application/pdf"}});
    ledger.files.push_back(file);
    const auto hash = write_ledger(folder.path(), ledger);
    REQUIRE(hash);
    const auto read = read_ledger(folder.path(), *hash);
    REQUIRE(read);
    CHECK(read->sources == ledger.sources);
    CHECK(read->corrections == 7);
    REQUIRE(read->files.size() == 1);
    CHECK(read->files[0].records[0].placement == Placement{1, 2});
    CHECK(read->files[0].records[0].version == RecordVersion{9, 1'795'341'601});
    REQUIRE(read->files[0].records[0].mark);
    CHECK(read->files[0].records[0].mark->words == 300);
    CHECK(read->files[0].left_out[0].reason.error.hint.en == "i");
    CHECK(read->files[0].left_out[0].copy.media_type == "application/pdf");
    CHECK(read_ledger(folder.path(), "0000000000000000").error().code == ErrorCode::index_corrupt);
    std::filesystem::resize_file(folder.path() / ledger_name, 10);
    CHECK(read_ledger(folder.path(), *hash).error().code == ErrorCode::index_corrupt);
}

}  // namespace schakel
