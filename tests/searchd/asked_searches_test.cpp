#include "searchd/asked_searches.hpp"

#include <catch2/catch.hpp>

#include "searchd/sru/sru.hpp"
#include "tests/paths.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

/// A few products, searched with a log of its own.
class LoggedSearches {
public:
    LoggedSearches() : index_({sample_documents(sample_products(37))}) {
        auto live = LiveIndex::open(index_.folder().root(), sample_installation());
        REQUIRE(live);
        live_ = std::move(*live);
        auto log = QueryLog::open({.file = folder_.path() / "zoekvragen.sqlite"});
        REQUIRE(log);
        log_ = std::move(*log);
        searches_ = std::make_unique<AskedSearches>(*live_, log_.get());
    }

    AskedSearches& searches() { return *searches_; }

    void ask_sru(const std::string& query) {
        const HttpRequest request{.method = "GET", .path = "/sru", .query = query};
        CHECK(answer_sru({request, Language::dutch, ""}, sample_installation(), *searches_).status == 200);
    }

    /// What was asked, a line each.
    std::string logged() {
        log_->flush();
        std::string all;
        const auto queries = log_->frequent(1, 100);
        REQUIRE(queries);
        for (const FrequentQuery& query : *queries) all += query.text + '\n';
        return all;
    }

private:
    TemporaryFolder folder_;
    SampleIndex index_;
    std::unique_ptr<LiveIndex> live_;
    std::unique_ptr<QueryLog> log_;
    std::unique_ptr<AskedSearches> searches_;
};

}  // namespace

TEST_CASE("what is searched for is counted and kept") {
    LoggedSearches asked;
    SearchRequest request;
    request.query = "mantelzorg";
    REQUIRE(asked.searches().answer(request));
    request.query = "xyzzyplugh";
    REQUIRE(asked.searches().answer(request));
    CHECK(asked.searches().counts().searches == 2);
    CHECK(asked.searches().counts().without_results == 1);
    CHECK(asked.logged() == "mantelzorg\n");
}

TEST_CASE(
    "a search over SRU is one search, however many pages of the engine it takes, and kept as people would type it") {
    LoggedSearches asked;
    asked.ask_sru("query=mantelzorg");
    CHECK(asked.searches().counts().searches == 1);
    CHECK(asked.logged() == "mantelzorg\n");
    asked.ask_sru("query=mantelzorg&startRecord=4&maximumRecords=5");
    CHECK(asked.searches().counts().searches == 2);
    asked.ask_sru("query=cql.allRecords%3D1&maximumRecords=0");
    CHECK(asked.searches().counts().searches == 3);
    CHECK(asked.logged() == "mantelzorg\n");
    asked.ask_sru("query=mantelzorg+or+wijk");
    CHECK(asked.logged().find("(mantelzorg) OF (wijk)") != std::string::npos);
}

TEST_CASE("what SRU cannot ask is no search") {
    LoggedSearches asked;
    asked.ask_sru("operation=explain");
    asked.ask_sru("query=%28");
    asked.ask_sru("query=dc.identifier%3Dproduct-1");
    CHECK(asked.searches().counts().searches == 0);
}

}  // namespace schakel
