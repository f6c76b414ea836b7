// The own index and copies of others', searched as one.
#include <chrono>
#include <fstream>
#include <set>
#include <thread>

#include <catch2/catch.hpp>

#include "config/index/postings.hpp"
#include "searchd/engine/index/index_notices.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/engine/publish_without.hpp"

namespace schakel {
namespace {

namespace fs = std::filesystem;

constexpr const char* twente_is_out =
    "De index van Kennispunt Twente is nu niet te doorzoeken; de resultaten zijn onvolledig.";

Installation beside(const std::vector<DeclaredIndex>& others) {
    Installation installation = sample_installation();
    installation.settings.server.generation_poll_milliseconds = 5;
    installation.settings.server.searches = 2;
    installation.settings.indexes = others;
    return installation;
}

/// An own index and two others: "a" stands in all three, "b" in the first two.
struct ThreeIndexes {
    SampleIndex own{{{document_of_words("a", {"eigen zorg"}), document_of_words("b", {"eigen zorg"})}}};
    SampleIndex twente{{{document_of_words("a", {"twentse zorg"}), document_of_words("t", {"twentse zorg"})},
                        {document_of_words("b", {"twentse zorg"}), document_of_words("s", {"twentse zorg"})}}};
    SampleIndex zwolle{{{document_of_words("a", {"zwolse zorg"}), document_of_words("s", {"zwolse zorg"}),
                         document_of_words("z", {"zwolse zorg"})}}};
    Installation installation =
        beside({{"Kennispunt Twente", twente.folder().root()}, {"Werkplaats Zwolle", zwolle.folder().root()}});

    std::unique_ptr<LiveIndex> open() const {
        auto live = LiveIndex::open(own.folder().root(), installation);
        REQUIRE(live);
        return std::move(*live);
    }
};

SearchResponse answer_of(LiveIndex& live) {
    SearchRequest request;
    request.query = "zorg";
    request.per_page = 100;
    const auto answer = live.answer(request);
    REQUIRE(answer);
    return *answer->response;
}

/// "a: eigen zorg" and so on.
std::set<std::string> found(LiveIndex& live) {
    std::set<std::string> products;
    const SearchResponse response = answer_of(live);
    for (const SearchHit& hit : response.hits) products.insert(hit.record.id + ": " + hit.record.title);
    CHECK(response.total == products.size());
    return products;
}

std::vector<std::string> notices(LiveIndex& live) {
    std::vector<std::string> texts;
    for (const Text& notice : answer_of(live).notices) texts.push_back(notice.nl);
    return texts;
}

/// Waits at most five seconds.
template <class Condition>
bool comes_true(Condition&& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

fs::path file_of(const SampleIndex& index, std::string_view name) {
    return index.folder().path_of(1) / "seg-000001-00" / name;
}

using Products = std::set<std::string>;

const Products all_products{"a: eigen zorg", "b: eigen zorg", "t: twentse zorg", "s: twentse zorg", "z: zwolse zorg"};
const Products without_twente{"a: eigen zorg", "b: eigen zorg", "s: zwolse zorg", "z: zwolse zorg"};

}  // namespace

TEST_CASE("several indexes are searched as one; of an id that several have, the first is shown") {
    const ThreeIndexes indexes;
    const auto live = indexes.open();
    CHECK(found(*live) == all_products);
    const auto snapshot = live->snapshot();
    CHECK(snapshot->living() == 5);
    CHECK(snapshot->documents() == 9);
    CHECK(snapshot->index_of(0).name.empty());
    CHECK(snapshot->index_of(2).name == "Kennispunt Twente");
    CHECK(snapshot->index_of(8).name == "Werkplaats Zwolle");
    CHECK_FALSE(snapshot->incomplete());
    CHECK(notices(*live).empty());
}

TEST_CASE("what an index no longer has, the next one shows") {
    const ThreeIndexes indexes;
    const auto live = indexes.open();
    publish_without(indexes.own.folder(), {1});        // b
    publish_without(indexes.twente.folder(), {0, 3});  // a and s
    const Products expected{"a: eigen zorg", "b: twentse zorg", "t: twentse zorg", "s: zwolse zorg", "z: zwolse zorg"};
    CHECK(comes_true([&] { return found(*live) == expected; }));
}

TEST_CASE("what this institute took out stays out everywhere, what another took out only there") {
    const ThreeIndexes indexes;
    const auto live = indexes.open();
    REQUIRE(add_to_blocklist(indexes.own.folder().root(), std::vector<std::string>{"a", "z"}, "proef"));
    REQUIRE(add_to_blocklist(indexes.twente.folder().root(), std::vector<std::string>{"s", "b"}, "proef"));
    const Products expected{"b: eigen zorg", "t: twentse zorg", "s: zwolse zorg"};
    CHECK(comes_true([&] { return found(*live) == expected; }));
    CHECK_FALSE(live->searcher().value()->find("a")->has_value());
}

TEST_CASE("an index that is missing or damaged at the start is left out and reported, and taken up when it is mended") {
    const ThreeIndexes indexes;
    const fs::path root = indexes.twente.folder().root();
    const fs::path kept = root.string() + ".heel";
    fs::copy(root, kept, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    SECTION("no folder") { fs::remove_all(root); }
    SECTION("no current") { fs::remove(root / "current"); }
    SECTION("a file that is cut off") { fs::resize_file(file_of(indexes.twente, columns_name), 10); }
    SECTION("a file with another byte") {
        std::fstream file(file_of(indexes.twente, records_name), std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(40);
        file.put('\x55').put('\xaa');
    }
    SECTION("a blocklist that cannot be read") { std::ofstream(root / blocklist_name) << "kapot\n"; }
    SECTION("made by another installation") {
        IndexManifest manifest = read_manifest(indexes.twente.folder().path_of(1)).value();
        manifest.vocabulary_version = "anders";
        REQUIRE(write_manifest(indexes.twente.folder().path_of(1), manifest));
    }
    const auto live = indexes.open();
    CHECK(found(*live) == without_twente);
    CHECK(answer_of(*live).incomplete);
    CHECK(notices(*live) == std::vector<std::string>{twente_is_out});
    fs::remove_all(root);
    fs::rename(kept, root);
    REQUIRE(comes_true([&] { return found(*live) == all_products; }));
    CHECK_FALSE(answer_of(*live).incomplete);
    CHECK(notices(*live).empty());
}

TEST_CASE("an index that is damaged under us is let go of") {
    const ThreeIndexes indexes;
    const auto live = indexes.open();
    REQUIRE(found(*live) == all_products);
    SECTION("cut off") { fs::resize_file(file_of(indexes.twente, records_name), 0); }
    SECTION("gone") { fs::remove_all(indexes.twente.folder().root()); }
    CHECK(comes_true([&] { return found(*live) == without_twente; }));
    CHECK(answer_of(*live).incomplete);
}

TEST_CASE("a request that meets damage is asked again, whole, of what is left") {
    ThreeIndexes indexes;
    indexes.installation.settings.server.generation_poll_milliseconds = 60'000;  // nobody looks by himself
    const auto live = indexes.open();
    fs::resize_file(file_of(indexes.twente, records_name), 0);
    CHECK(found(*live) == without_twente);
    CHECK(notices(*live) == std::vector<std::string>{twente_is_out});
}

TEST_CASE("an index that cannot be renewed stays as it was, and its day is told") {
    const ThreeIndexes indexes;
    const IndexFolder twente = indexes.twente.folder();
    IndexManifest manifest = read_manifest(twente.path_of(1)).value();
    manifest.built_at = "2026-11-03T10:00:00Z";
    REQUIRE(write_manifest(twente.path_of(1), manifest));
    const auto live = indexes.open();
    fs::create_directory(twente.path_of(2));
    REQUIRE(twente.make_live(2));
    const std::vector<std::string> expected{
        "De index van Kennispunt Twente is nu niet te vernieuwen; u doorzoekt die van 3 november 2026."};
    CHECK(comes_true([&] { return notices(*live) == expected; }));
    CHECK(found(*live) == all_products);
    CHECK_FALSE(answer_of(*live).incomplete);
}

TEST_CASE("an index that is too old is searched, and its day is told") {
    ThreeIndexes indexes;
    IndexManifest manifest = read_manifest(indexes.twente.folder().path_of(1)).value();
    manifest.built_at = "2020-05-04T10:00:00Z";
    REQUIRE(write_manifest(indexes.twente.folder().path_of(1), manifest));
    indexes.installation.settings.indexes.front().maximum_age_days = 30;
    const auto live = indexes.open();
    CHECK(found(*live) == all_products);
    CHECK_FALSE(answer_of(*live).incomplete);
    CHECK(notices(*live) == std::vector<std::string>{"De index van Kennispunt Twente is van 4 mei 2020; wat daarna is "
                                                     "verschenen, ontbreekt."});
}

TEST_CASE("age is counted in days from the day after it was built") {
    const std::chrono::sys_days tenth = std::chrono::year(2026) / 11 / 10;
    CHECK_FALSE(is_older("2026-11-01T23:59:00Z", std::chrono::days(9), tenth + std::chrono::hours(12)));
    CHECK(is_older("2026-11-01T00:00:00Z", std::chrono::days(8), tenth + std::chrono::hours(1)));
    CHECK(is_older("", std::chrono::days(8), tenth));
    CHECK(is_older("gisteren", std::chrono::days(8), tenth));
}

TEST_CASE("one folder is not searched twice") {
    const SampleIndex own({{document_of_words("a", {"zorg"})}});
    const SampleIndex other({{document_of_words("b", {"zorg"})}});
    const auto refusal = [&](const std::vector<DeclaredIndex>& others) {
        const Installation installation = beside(others);
        const auto live = LiveIndex::open(own.folder().root(), installation);
        return live ? ErrorCode::internal : live.error().code;
    };
    const fs::path root = other.folder().root();
    CHECK(refusal({{"een", own.folder().root() / "."}}) == ErrorCode::config_invalid);
    CHECK(refusal({{"een", root}, {"twee", root / ".." / root.filename()}}) == ErrorCode::config_invalid);
}

TEST_CASE("an answer is kept until something changes") {
    const ThreeIndexes indexes;
    const auto live = indexes.open();
    const auto first = live->answer({});
    const auto second = live->answer({});
    CHECK(first->response == second->response);
    CHECK(live->cache_counts().hits == 1);
    CHECK(live->cache_bytes() > 0);
    publish_without(indexes.own.folder(), {1});
    CHECK(comes_true([&] { return live->answer({})->response != first->response; }));
}

}  // namespace schakel
