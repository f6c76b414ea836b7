#include "indexer/ingest.hpp"

#include <catch2/catch.hpp>

#include "tests/indexer/source_folder.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

using Ids = std::vector<std::string>;

Ids streamed(const SourceFolder& source, RunReport& report) {
    Ids ids;
    ingest(source.sources(), {}, sample_installation(), report, [&](KnowledgeProduct product) {
        ids.push_back(product.id);
        return Placement{};
    });
    return ids;
}

}  // namespace

TEST_CASE("every good record reaches the index, what drops out is reported") {
    const SourceFolder source;
    source.write("a.jsonl", R"({"id":"een","titel":"Een","themas":["Eenzaamheid"]})"
                            "\n"
                            R"({"id":"twee","titel":"Twee","themas":["eenzaamhijd"]})"
                            "\n"
                            "{\n"
                            R"({"id":"drie","titel":"Drie","kleur":"blauw"})"
                            "\n");
    source.write("b.weet-niet", "x");
    RunReport report;
    CHECK(streamed(source, report) == Ids{"een", "drie"});
    CHECK(report.files == 1);
    CHECK(report.records == 4);
    CHECK(report.bytes == std::filesystem::file_size(source.path() / "a.jsonl"));
    REQUIRE(report.skipped.size() == 3);
    CHECK(report.skipped[0].location == "b.weet-niet");
    CHECK(report.skipped[0].stage == Stage::walk);
    CHECK(report.skipped[0].error.code == ErrorCode::unsupported_format);
    CHECK(report.skipped[1].location == "a.jsonl:2");
    CHECK(report.skipped[1].stage == Stage::resolve);
    CHECK(report.skipped[1].error.code == ErrorCode::unknown_value);
    CHECK(report.skipped[2].location == "a.jsonl:3");
    CHECK(report.skipped[2].stage == Stage::read);
    CHECK(report.skipped[2].error.code == ErrorCode::malformed);
    REQUIRE(report.notices.size() == 1);
    CHECK(report.notices[0].location == "a.jsonl:4");
}

TEST_CASE("values reach the index as codes") {
    const SourceFolder source;
    source.write("a.jsonl", R"({"id":"een","titel":"Een","themas":["Eenzaamheid"],"regios":["Enschede"]})"
                            "\n");
    RunReport report;
    std::vector<KnowledgeProduct> products;
    ingest(source.sources(), {}, sample_installation(), report, [&](KnowledgeProduct product) {
        products.push_back(std::move(product));
        return Placement{};
    });
    REQUIRE(products.size() == 1);
    CHECK(products[0].themes.at(0).code == "eenzaamheid");
    CHECK(products[0].regions.at(0).code == "GM0153");
}

TEST_CASE("of records with the same id only the first is taken, and both places are named") {
    const SourceFolder source;
    source.write("a.jsonl", R"({"id":"een","titel":"Een"})"
                            "\n"
                            R"({"id":"een","titel":"Nog een"})"
                            "\n");
    source.write("b.jsonl", R"({"id":"een","titel":"En nog een"})"
                            "\n");
    RunReport report;
    CHECK(streamed(source, report) == Ids{"een"});
    REQUIRE(report.skipped.size() == 2);
    CHECK(report.skipped[0].location == "a.jsonl:2");
    CHECK(report.skipped[1].location.starts_with("b.jsonl"));
    for (const Skipped& skipped : report.skipped) {
        CHECK(skipped.error.code == ErrorCode::duplicate_id);
        CHECK(skipped.stage == Stage::resolve);
        CHECK(skipped.error.message.nl ==
              "Het id een is al gebruikt door a.jsonl:1; alleen dat record is geïndexeerd.");
    }
}

TEST_CASE("a record that drops out does not take its id with it") {
    const SourceFolder source;
    source.write("a.jsonl", R"({"id":"een","titel":"Een","type":"bestaat niet"})"
                            "\n"
                            R"({"id":"een","titel":"Verbeterd"})"
                            "\n");
    RunReport report;
    CHECK(streamed(source, report) == Ids{"een"});
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].error.code == ErrorCode::unknown_value);
}

TEST_CASE("a sink that has seen enough ends the stream") {
    const SourceFolder source;
    for (const char* name : {"a.jsonl", "b.jsonl"}) {
        const std::string n(1, name[0]);
        source.write(name, R"({"id":")" + n +
                               R"(1","titel":"Een"})"
                               "\n"
                               R"({"id":")" +
                               n +
                               R"(2","titel":"Twee"})"
                               "\n");
    }
    RunReport report;
    int taken = 0;
    ingest(source.sources(), {}, sample_installation(), report,
           [&](const KnowledgeProduct&) { return ++taken < 1 ? std::optional(Placement{}) : std::nullopt; });
    CHECK(taken == 1);
}

TEST_CASE("progress rises to the size of all files") {
    const SourceFolder source;
    source.write("a.jsonl", R"({"id":"een","titel":"Een"})"
                            "\n");
    source.write("b.jsonl", R"({"id":"twee","titel":"Twee"})"
                            "\n"
                            R"({"id":"drie","titel":"Drie"})"
                            "\n");
    RunReport report;
    std::vector<std::uint64_t> records;
    std::uint64_t last_read = 0;
    ingest(
        source.sources(), {}, sample_installation(), report, [](const KnowledgeProduct&) { return Placement{}; },
        [&](std::uint64_t count, std::uint64_t bytes_read, std::uint64_t bytes_total) {
            records.push_back(count);
            CHECK(bytes_read >= last_read);
            CHECK(bytes_read < bytes_total);
            last_read = bytes_read;
        });
    CHECK(records == std::vector<std::uint64_t>{1, 2, 3});
    CHECK(last_read == std::filesystem::file_size(source.path() / "a.jsonl"));
}

TEST_CASE("progress rises within a file that holds all there is") {
    const SourceFolder source;
    const std::string text(1000, 'a');
    source.write("a.jsonl", R"({"id":"een","tekst":")" + text + "\"}\n" + R"({"id":"twee","tekst":")" + text + "\"}\n");
    RunReport report;
    std::vector<std::uint64_t> read;
    ingest(
        source.sources(), {}, sample_installation(), report, [](const KnowledgeProduct&) { return Placement{}; },
        [&](std::uint64_t, std::uint64_t bytes_read, std::uint64_t) { read.push_back(bytes_read); });
    CHECK(read == std::vector<std::uint64_t>{1000, 2000});
}

TEST_CASE("a source that is not there is reported, not thrown") {
    RunReport report;
    const std::vector<Source> sources{{.path = "/bestaat/niet"}};
    ingest(sources, {}, sample_installation(), report, [](const KnowledgeProduct&) { return Placement{}; });
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].stage == Stage::walk);
    CHECK(report.skipped[0].error.code == ErrorCode::not_found);
}

}  // namespace schakel
