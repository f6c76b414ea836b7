#include "searchd/engine/searcher.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

#include "indexer/build.hpp"
#include "searchd/api/render_json.hpp"
#include "searchd/engine/scoring/closer_look.hpp"
#include "tests/searchd/engine/sample_products.hpp"
#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {
namespace {

using nlohmann::json;

/// An answer as the API gives it, without the time it took.
json answer_of(Searcher& searcher, const SearchRequest& request) {
    const auto response = searcher.search(request);
    if (!response) return to_text(response.error(), Language::english);
    json answer = json::parse(render_search(request, *response, {}, sample_installation(), Language::dutch));
    answer.erase("duurMs");
    return answer;
}

std::string any_typed_query() {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "wijkteam", "mantelzorg", "de", "\"sociaal domein\"", "-schulden", "ouderen", "jongeren", "2023-2027",
        "enschede", "movisie", "bestaatniet", "\"wijkteam sprak\""));
    std::string typed;
    for (std::size_t i = 0; i < words.size() && i < 4; ++i) typed += words[i] + " ";
    return typed;
}

SearchRequest any_request(const IndexSnapshot& snapshot) {
    SearchRequest request = any_filters(snapshot);
    request.query = any_typed_query();
    request.sort = *rc::gen::element(SortOrder::relevance, SortOrder::date, SortOrder::title);
    request.per_page = *rc::gen::element(1, 5, 10, 100);
    request.page = *rc::gen::inRange(1, 4);
    request.region_scheme = *rc::gen::element<std::string>("provincie", "ggd");
    return request;
}

SearchRequest asking(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return request;
}

std::vector<std::string> ids_of(const SearchResponse& response) {
    std::vector<std::string> ids;
    for (const SearchHit& hit : response.hits) ids.push_back(hit.record.id);
    return ids;
}

/// Records in the format of the API.
void write_source(const std::filesystem::path& file, const std::vector<KnowledgeProduct>& products) {
    std::ofstream lines(file);
    for (const KnowledgeProduct& product : products)
        lines << json{{"id", product.id},
                      {"titel", product.title},
                      {"tekst", product.pages.front().text},
                      {"jaar", *product.year},
                      {"themas", json::array({product.themes.front().code})},
                      {"regios", json::array({product.regions.front().code})}}
              << '\n';
}

std::unique_ptr<Searcher> built_with(int threads, const std::filesystem::path& source,
                                     const std::filesystem::path& index) {
    RunReport report;
    const auto built =
        build({.sources = {{.path = source}}, .index = index, .threads = threads}, sample_installation(), report);
    REQUIRE(built);
    const IndexFolder folder(index);
    auto snapshot = IndexSnapshot::open(folder, folder.live().value(), sample_installation());
    REQUIRE(snapshot);
    CHECK((*snapshot)->segments().size() == static_cast<std::size_t>(threads));
    return std::move(*Searcher::create(*snapshot, sample_installation()));
}

}  // namespace

TEST_CASE("how an index was cut into segments changes no answer") {
    const std::vector<IndexDocument> documents = sample_documents(sample_products(48));
    const OpenIndex whole({documents});
    const OpenIndex halves(in_segments(documents, 25));
    const OpenIndex pieces(in_segments(documents, 7));
    REQUIRE(halves.snapshot().segments().size() == 2);
    const auto one = whole.searcher();
    const auto two = halves.searcher();
    const auto many = pieces.searcher();
    rc::prop("for any question", [&] {
        const SearchRequest request = any_request(whole.snapshot());
        const json expected = answer_of(*one, request);
        RC_ASSERT(expected.contains("resultaten"));
        RC_ASSERT(answer_of(*two, request) == expected);
        RC_ASSERT(answer_of(*many, request) == expected);
    });
}

TEST_CASE("an index built with one thread or two gives the same answers") {
    const TemporaryFolder folder;
    write_source(folder.path() / "bron.jsonl", sample_products(600));
    const auto one = built_with(1, folder.path() / "bron.jsonl", folder.path() / "een");
    const auto two = built_with(2, folder.path() / "bron.jsonl", folder.path() / "twee");
    rc::prop("for any question", [&] {
        const SearchRequest request = any_request(one->snapshot());
        RC_ASSERT(answer_of(*two, request) == answer_of(*one, request));
    });
}

TEST_CASE("pages lie behind each other without overlap") {
    const OpenIndex index({sample_documents(sample_products(23))});
    const auto searcher = index.searcher();
    SearchRequest request = asking("wijkteam mantelzorg");
    request.per_page = 100;
    const auto all = searcher->search(request);
    REQUIRE(all);
    REQUIRE(all->hits.size() == all->total);
    std::vector<std::string> paged;
    request.per_page = 4;
    for (request.page = 1; request.page <= 8; ++request.page) {
        const auto page = searcher->search(request);
        REQUIRE(page);
        CHECK(page->total == all->total);
        for (const std::string& id : ids_of(*page)) paged.push_back(id);
    }
    CHECK(paged == ids_of(*all));
}

TEST_CASE("an explanation adds up, also behind the best that were looked at closer") {
    std::vector<IndexDocument> documents;
    for (std::size_t i = 0; i < 80; ++i) {
        std::string text = "wijkteam mantelzorg";
        for (std::size_t word = 0; word < i; ++word) text += " anders";
        documents.push_back(document_of_words("p" + std::to_string(i), {"titel", "", text}));
    }
    const OpenIndex index({documents});
    const auto searcher = index.searcher();
    SearchRequest request = asking("wijkteam mantelzorg");
    request.explain = true;
    request.per_page = 10;
    for (request.page = 1; request.page <= 8; ++request.page) {
        const auto page = searcher->search(request);
        REQUIRE(page);
        REQUIRE(page->hits.size() == 10);
        const bool looked_at = static_cast<std::size_t>(request.page) * 10 <= CloserLook::depth;
        for (const SearchHit& hit : page->hits) {
            INFO("page " << request.page << ", " << hit.record.id);
            double sum = 0;
            bool says_near = false;
            for (const ScorePart& part : hit.explanation) {
                sum += part.contribution;
                says_near = says_near || part.label.nl == "woorden dicht bij elkaar";
            }
            CHECK(sum == Approx(hit.score).epsilon(0.0001));
            CHECK(says_near == looked_at);
        }
    }
}

TEST_CASE("a product is found by its whole id only") {
    const OpenIndex index(in_segments(sample_documents(sample_products(5)), 2));
    const auto searcher = index.searcher();
    for (int i = 0; i < 5; ++i) {
        const auto found = searcher->find(fmt::format("product-{}", i));
        REQUIRE(found);
        REQUIRE(*found);
        CHECK((*found)->id == fmt::format("product-{}", i));
    }
    for (const std::string& id : {std::string("product-"), std::string("product-5"), std::string("PRODUCT-1"),
                                  std::string(), std::string(5000, 'x'), std::string("product-1\0", 10)}) {
        const auto found = searcher->find(id);
        REQUIRE(found);
        CHECK_FALSE(*found);
    }
}

TEST_CASE("when too few have all words, any word will do and the answer says so") {
    const OpenIndex index({sample_documents(sample_products(40))});
    const auto searcher = index.searcher();
    const auto both = searcher->search(asking("keukentafelgesprek bestaatniet"));
    REQUIRE(both);
    CHECK(both->words == WordMode::any);
    CHECK(both->total > 0);
    const auto one = searcher->search(asking("keukentafelgesprek"));
    CHECK(one->words == WordMode::all);
    CHECK(both->total == one->total);
    SearchRequest filtered = asking("keukentafelgesprek");
    filtered.filter(FieldId::year) = {"2013"};  // filters never change the level
    const auto few = searcher->search(filtered);
    CHECK(few->words == WordMode::all);
    CHECK(few->total < one->total);
    CHECK(searcher->search(asking("bestaatniet"))->total == 0);
}

TEST_CASE("without a query everything is shown, newest first") {
    const OpenIndex index({sample_documents(sample_products(12))});
    const auto response = index.searcher()->search({});
    REQUIRE(response);
    CHECK(response->total == 12);
    CHECK(response->hits.front().record.year == 2017);
    CHECK(response->hits.front().score == 0);
    CHECK(response->hits.front().fragments.empty());
    CHECK(response->local + response->regional + response->national == 12);
    CHECK(response->generation == 1);
}

TEST_CASE("a title says more than a text, and a rare word more than a common one") {
    std::vector<KnowledgeProduct> products(4);
    for (std::size_t i = 0; i < products.size(); ++i) products[i].id = std::to_string(i);
    products[0].pages = {{0, "Dit gaat over respijtzorg en gemeenten."}};
    products[1].title = "Respijtzorg";
    products[2].title = "Gemeenten";
    products[3].title = "Gemeenten en respijtzorg";
    const OpenIndex index({sample_documents(products)});
    const auto searcher = index.searcher();
    const std::vector<std::string> ids = ids_of(searcher->search(asking("respijtzorg")).value());
    CHECK(ids == std::vector<std::string>{"1", "3", "0"});
}

}  // namespace schakel
