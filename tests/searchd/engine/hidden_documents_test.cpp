#include <algorithm>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

#include "config/index/blocklist.hpp"
#include "config/index/tombstones.hpp"
#include "searchd/api/render_json.hpp"
#include "tests/searchd/engine/open_index.hpp"
#include "tests/searchd/engine/publish_without.hpp"
#include "tests/searchd/engine/sample_products.hpp"
#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {
namespace {

using nlohmann::json;

std::shared_ptr<const IndexSnapshot> opened(const IndexFolder& folder) {
    auto snapshot = IndexSnapshot::open(folder, folder.live().value(), sample_installation());
    REQUIRE(snapshot);
    return *snapshot;
}

std::unique_ptr<Searcher> searcher_of(const std::shared_ptr<const IndexSnapshot>& snapshot) {
    static const auto tables = SearchTables::load(sample_installation()).value();
    return std::move(*Searcher::create(std::make_shared<const SearchBasis>(snapshot, sample_installation(), tables)));
}

/// What an answer must have in common with that of an index which never had the hidden documents. Scores still know of them, so
/// the order is by title, and "Bedoelde u" weighs words by how common they are.
json found_by(Searcher& searcher, const SearchRequest& request) {
    const auto response = searcher.search(request);
    REQUIRE(response);
    json answer = json::parse(render_search(request, *response, {}, sample_installation(), Language::dutch));
    for (const char* changing : {"duurMs", "bedoeldeU"}) answer.erase(changing);
    for (json& hit : answer["resultaten"]) hit.erase("score");
    return answer;
}

SearchRequest any_question(const IndexSnapshot& snapshot) {
    SearchRequest request = any_filters(snapshot);
    request.query = *rc::gen::element<std::string>("", "wijkteam", "mantelzorg ouderen", "de jongeren",
                                                   "\"sociaal domein\"", "enschede -schulden", "movisie");
    request.sort = SortOrder::title;
    request.per_page = 100;
    return request;
}

/// Every third document from `first`.
std::vector<std::uint32_t> thirds(std::size_t documents, std::uint32_t first) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t document = first; document < documents; document += 3) numbers.push_back(document);
    return numbers;
}

SearchRequest asking(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return request;
}

std::set<std::string> ids_found(Searcher& searcher, const std::string& query) {
    std::set<std::string> ids;
    const auto response = searcher.search(asking(query));
    REQUIRE(response);
    for (const SearchHit& hit : response->hits) ids.insert(hit.record.id);
    CHECK(response->total == ids.size());
    return ids;
}

}  // namespace

TEST_CASE("an index with deleted and blocked documents answers as one that never had them") {
    const std::vector<IndexDocument> documents = sample_documents(sample_products(48));
    const SampleIndex index(in_segments(documents, 20));
    const std::vector<std::uint32_t> deleted = thirds(documents.size(), 0);
    const std::vector<std::uint32_t> blocked = thirds(documents.size(), 1);
    std::vector<std::string> blocked_ids;
    for (const std::uint32_t document : blocked) blocked_ids.push_back(documents[document].record.id);
    std::vector<IndexDocument> living;
    for (const std::uint32_t document : thirds(documents.size(), 2)) living.push_back(documents[document]);

    publish_without(index.folder(), deleted);
    REQUIRE(add_to_blocklist(index.folder().root(), blocked_ids, "proef"));
    const auto snapshot = opened(index.folder());
    CHECK(snapshot->documents() == 48);
    CHECK(snapshot->living() == living.size());
    CHECK(snapshot->manifest().products == 32);
    const auto searcher = searcher_of(snapshot);
    const OpenIndex expected({living});
    const auto other = expected.searcher();
    rc::prop("for any question", [&] {
        const SearchRequest request = any_question(expected.snapshot());
        RC_ASSERT(found_by(*searcher, request) == found_by(*other, request));
    });
    for (std::uint32_t document = 0; document < documents.size(); ++document) {
        const bool shown = document % 3 == 2;
        CHECK(snapshot->is_hidden(document) == !shown);
        CHECK(searcher->find(documents[document].record.id)->has_value() == shown);
    }
}

TEST_CASE("an id that is deleted in an old segment lives in a newer one") {
    IndexDocument old = document_of_words("a", {"oud zorg"});
    IndexDocument fresh = document_of_words("a", {"nieuw zorg"});
    const SampleIndex index({{old, document_of_words("b", {"zorg"})}, {fresh}});
    publish_without(index.folder(), {0});
    const auto searcher = searcher_of(opened(index.folder()));
    CHECK(searcher->find("a").value()->title == "nieuw zorg");
    CHECK(ids_found(*searcher, "zorg") == std::set<std::string>{"a", "b"});
    CHECK(ids_found(*searcher, "oud").empty());
}

TEST_CASE("whoever is blocked is blocked in every segment") {
    const SampleIndex index({{document_of_words("a", {"zorg"})}, {document_of_words("a", {"zorg"})}});
    REQUIRE(add_to_blocklist(index.folder().root(), std::vector<std::string>{"a", "onbekend"}, ""));
    const auto snapshot = opened(index.folder());
    CHECK(snapshot->living() == 0);
    CHECK_FALSE(searcher_of(snapshot)->find("a")->has_value());
    CHECK(ids_found(*searcher_of(snapshot), "").empty());
}

TEST_CASE("words that only hidden documents have are proposed to nobody") {
    const SampleIndex index({{document_of_words("a", {"mantelzorg"}), document_of_words("b", {"wijkteam"}),
                              document_of_words("c", {"wijkteam"})}});
    const auto suggestion = [&] {
        return searcher_of(opened(index.folder()))->search(asking("mantelzrog"))->suggestion;
    };
    CHECK(suggestion() == "mantelzorg");
    publish_without(index.folder(), {0});
    CHECK(suggestion().empty());
}

TEST_CASE("damaged tombstones or a damaged blocklist keep a generation out") {
    const SampleIndex index({{document_of_words("a", {"zorg"}), document_of_words("b", {"zorg"})}});
    const std::uint32_t generation = publish_without(index.folder(), {0});
    const auto refusal = [&] {
        const auto snapshot = IndexSnapshot::open(index.folder(), generation, sample_installation());
        return snapshot ? ErrorCode::internal : snapshot.error().code;
    };
    SECTION("tombstones") {
        std::filesystem::resize_file(index.folder().path_of(generation) / tombstones_name("seg-000001-00"), 10);
        CHECK(refusal() == ErrorCode::index_corrupt);
    }
    SECTION("blocklist") {
        std::filesystem::copy_file(index.folder().path_of(generation) / "manifest.json",
                                   index.folder().root() / blocklist_name);
        CHECK(refusal() == ErrorCode::index_corrupt);
    }
}

TEST_CASE("generations share the segments they have in common") {
    const SampleIndex index(
        {{document_of_words("a", {"zorg"}), document_of_words("b", {"zorg"})}, {document_of_words("c", {"zorg"})}});
    const auto first = opened(index.folder());
    const std::uint32_t generation = publish_without(index.folder(), {1});
    const Installation& installation = sample_installation();
    const auto with_blocklist = [&](const Blocklist& blocklist, const IndexSnapshot& predecessor) {
        auto opened = IndexGeneration::open(index.folder(), generation, installation.identity(),
                                            predecessor.indexes().front().generation.get());
        REQUIRE(opened);
        return IndexSnapshot::join({{"", *opened, std::make_shared<const Blocklist>(blocklist)}}, {},
                                   installation.settings.search, &predecessor);
    };
    const auto second = with_blocklist({}, *first);
    REQUIRE(second);
    for (std::size_t i = 0; i < 2; ++i) CHECK((*second)->segments()[i].files == first->segments()[i].files);
    CHECK(&(*second)->facet(0) == &first->facet(0));
    CHECK((*second)->living() == 2);
    CHECK(first->living() == 3);
    Blocklist blocklist;
    blocklist.add({"a", "2026-11-22T10:00:00Z", ""});
    const auto third = with_blocklist(blocklist, **second);
    REQUIRE(third);
    CHECK((*third)->generation() == generation);
    CHECK((*third)->living() == 1);
    CHECK(with_blocklist({}, **third).value()->living() == 2);
}

}  // namespace schakel
