#include "searchd/sru/sru.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <pugixml.hpp>
#include <rapidcheck/catch.h>

#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

/// An SRU server over a few products, without the network.
class SmallServer {
public:
    SmallServer() : index_({sample_documents(sample_products(37))}) {
        auto live = LiveIndex::open(index_.folder().root(), sample_installation());
        if (!live) throw std::runtime_error(to_text(live.error(), Language::english));
        live_ = std::move(*live);
        searches_ = std::make_unique<AskedSearches>(*live_, nullptr);
    }

    HttpResponse ask(const std::string& query, Language language = Language::dutch) {
        HttpRequest request{.method = "GET", .path = "/sru", .query = query};
        request.headers.emplace_back("host", "zoek.example.org");
        return answer_sru({request, language, ""}, sample_installation(), *searches_);
    }

private:
    SampleIndex index_;
    std::unique_ptr<LiveIndex> live_;
    std::unique_ptr<AskedSearches> searches_;
};

SmallServer& server() {
    static SmallServer only;
    return only;
}

/// An answer, read.
class SruAnswer {
public:
    explicit SruAnswer(const HttpResponse& response) : status_(response.status), body_(response.body) {
        if (!document_.load_string(body_.c_str())) throw std::runtime_error("no XML: " + body_);
        root_ = document_.document_element();
    }

    int status() const { return status_; }
    const std::string& body() const { return body_; }
    pugi::xml_node root() const { return root_; }
    std::uint64_t total() const { return root_.child("numberOfRecords").text().as_ullong(); }
    std::string diagnostic() const { return root_.child("diagnostics").child("diagnostic").child_value("uri"); }
    std::vector<std::string> ids() const {
        std::vector<std::string> ids;
        for (const pugi::xml_node record : root_.child("records").children("record"))
            ids.emplace_back(record.child_value("recordIdentifier"));
        return ids;
    }

private:
    int status_;
    std::string body_;
    pugi::xml_document document_;
    pugi::xml_node root_;
};

SruAnswer asked(const std::string& query, Language language = Language::dutch) {
    return SruAnswer(server().ask(query, language));
}

SruAnswer searched(const std::string& cql, const std::string& more = "") {
    return asked("query=" + percent_encode(cql) + more);
}

}  // namespace

TEST_CASE("any run of records is that of the whole list") {
    const auto all = searched("cql.allRecords=1 sortBy dc.title", "&maximumRecords=100").ids();
    REQUIRE(all.size() == 37);
    rc::prop("from any record, any number of them", [&] {
        const int first = *rc::gen::inRange(1, 38);
        const int most = *rc::gen::inRange(0, 50);
        const SruAnswer answer =
            searched("cql.allRecords=1 sortBy dc.title", fmt::format("&startRecord={}&maximumRecords={}", first, most));
        const auto last = std::min<std::size_t>(static_cast<std::size_t>(first - 1 + most), all.size());
        RC_ASSERT(answer.ids() ==
                  std::vector<std::string>(all.begin() + first - 1, all.begin() + static_cast<std::ptrdiff_t>(last)));
        RC_ASSERT(answer.total() == all.size());
        const unsigned next = answer.root().child("nextRecordPosition").text().as_uint();
        RC_ASSERT(next == (last < all.size() ? last + 1 : 0));
    });
}

TEST_CASE("positions tell where a record stands") {
    const SruAnswer answer = searched("cql.allRecords=1", "&startRecord=6&maximumRecords=4");
    int position = 6;
    for (const pugi::xml_node record : answer.root().child("records").children("record"))
        CHECK(record.child("recordPosition").text().as_int() == position++);
    CHECK(position == 10);
}

TEST_CASE("a position behind the last record is out of range") {
    CHECK(searched("cql.allRecords=1", "&startRecord=38").diagnostic() == "info:srw/diagnostic/1/61");
    CHECK(searched("cql.allRecords=1", "&startRecord=10001").diagnostic() == "info:srw/diagnostic/1/61");
    CHECK(searched("dc.type=roman", "&startRecord=2").diagnostic() == "info:srw/diagnostic/1/61");
    CHECK(searched("dc.type=roman").diagnostic().empty());
}

TEST_CASE("a value counts what its query finds") {
    for (const char* cql : {"cql.allRecords=1", "dc.date >= 2015 or mantelzorg", "mantelzorg", "dc.type <> rapport"}) {
        const SruAnswer answer = searched(cql, "&maximumRecords=0&facetLimit=100");
        const pugi::xml_node facets = answer.root().child("facetedResults");
        std::size_t terms = 0;
        for (const pugi::xml_node facet : facets.children("facet"))
            for (const pugi::xml_node term : facet.child("terms").children("term")) {
                INFO(term.child_value("query"));
                CHECK(searched(term.child_value("query"), "&maximumRecords=0").total() ==
                      term.child("count").text().as_ullong());
                ++terms;
            }
        INFO(cql);
        CHECK(terms > 10);
    }
}

TEST_CASE("a name that is in no authority file is asked for by a filter") {
    const std::uint64_t named = searched("dc.publisher = \"club voor de buurt\"").total();
    CHECK(named > 0);
    CHECK(searched("dc.publisher == club-voor-de-buurt and cql.allRecords=1").total() == named);
    CHECK(searched("dc.publisher == club-voor-de-buurt or dc.type = roman").total() == named);
    for (const char* cql :
         {"mantelzorg or dc.publisher == club-voor-de-buurt", "mantelzorg not dc.publisher == club-voor-de-buurt",
          "dc.publisher == club-voor-de-buurt and dc.publisher == club-voor-de-buurt"})
        CHECK(searched(cql).diagnostic() == "info:srw/diagnostic/1/48");
}

TEST_CASE("terms of a facet do not repeat a long query") {
    const auto first_term = [](const std::string& word) {
        const SruAnswer answer = searched("cql.allRecords=1 or " + word, "&facetLimit=1:dc.type");
        return std::string(answer.root().select_node("//term").node().child_value("query"));
    };
    CHECK(first_term("wijk").starts_with("(cql.allRecords = \"1\" or \"wijk\") and schakel.type == "));
    CHECK(first_term(std::string(1000, 'z')).empty());
}

TEST_CASE("not, and and or of values divide the products") {
    const std::uint64_t all = searched("cql.allRecords=1").total();
    for (const char* cql : {"dc.type=rapport", "dc.date<2016", "schakel.schaal=lokaal", "mantelzorg"}) {
        INFO(cql);
        const std::uint64_t own = searched(cql).total();
        CHECK(searched(fmt::format("cql.allRecords=1 not ({})", cql)).total() <= all);
        CHECK(searched(fmt::format("{0} or {0}", cql)).total() == own);
        CHECK(searched(fmt::format("{0} and {0}", cql)).total() == own);
        CHECK(searched(fmt::format("({}) and dc.date>=2015", cql)).total() +
                  searched(fmt::format("({}) not dc.date>=2015", cql)).total() ==
              own);
    }
}

TEST_CASE("nothing is loosened: what has not all words is not found") {
    const std::uint64_t both = searched("cql.anywhere all \"mantelzorg wijkteam\"").total();
    CHECK(both == searched("mantelzorg and wijkteam").total());
    CHECK(searched("cql.anywhere all \"mantelzorg zzzzzz\"").total() == 0);
    CHECK(searched("MANTELZORG and ZZZZZZ").total() == 0);
    CHECK(asked("queryType=searchTerms&query=mantelzorg+zzzzzz").total() > 0);
}

TEST_CASE("one product is found by id and by the address of its page") {
    const SruAnswer by_id = searched("rec.identifier == product-1");
    REQUIRE(by_id.ids() == std::vector<std::string>{"product-1"});
    const std::string page = by_id.root().select_node("//dc:identifier").node().child_value();
    CHECK(page == "http://zoek.example.org/kennisproducten/product-1");
    CHECK(searched(fmt::format("dc.identifier = \"{}\"", page)).ids() == by_id.ids());
    CHECK(searched("rec.identifier == geen").total() == 0);
    CHECK(searched("rec.identifier == product-1", "&maximumRecords=0").ids().empty());
    CHECK(searched("rec.identifier == product-1", "&startRecord=2").diagnostic() == "info:srw/diagnostic/1/61");
}

TEST_CASE("records as a string hold the same XML") {
    const SruAnswer as_xml = searched("cql.allRecords=1", "&maximumRecords=1");
    const SruAnswer as_string = searched("cql.allRecords=1", "&maximumRecords=1&recordXMLEscaping=string");
    const std::string inner = as_string.root().child("records").child("record").child_value("recordData");
    CHECK_FALSE(inner.empty());
    CHECK(as_xml.body().find(inner) != std::string::npos);
}

TEST_CASE("diagnostics speak the language of the client, and all problems are told at once") {
    const auto message = [](Language language) {
        const SruAnswer answer = asked("query=wijk&startRecord=0&recordSchema=marcxml", language);
        CHECK(answer.status() == 200);
        std::string text;
        for (const pugi::xml_node each : answer.root().child("diagnostics").children("diagnostic"))
            text += std::string(each.child_value("message")) + '|';
        return text;
    };
    CHECK(message(Language::dutch) == "De waarde van deze parameter kan niet.|Dit schema kennen we niet; kies dc.|");
    CHECK(message(Language::english) ==
          "The value of this parameter is not supported.|This record schema is unknown; choose dc.|");
}

TEST_CASE("every version answers in its own namespaces") {
    const auto namespace_of = [](const std::string& query) {
        return std::string(asked(query).root().attribute("xmlns").value());
    };
    for (const char* version : {"1.1", "1.2"})
        for (const char* rest : {"&operation=explain", "&operation=searchRetrieve&query=wijk", "&operation=scan",
                                 "&operation=searchRetrieve"})
            CHECK(namespace_of(std::string("version=") + version + rest) == "http://www.loc.gov/zing/srw/");
    CHECK(namespace_of("") == "http://docs.oasis-open.org/ns/search-ws/sruResponse");
    CHECK(namespace_of("query=wijk") == "http://docs.oasis-open.org/ns/search-ws/sruResponse");
    CHECK(namespace_of("query=(") == "http://docs.oasis-open.org/ns/search-ws/sruResponse");
}

TEST_CASE("whatever bytes come in, XML goes out") {
    rc::prop("the answer is well-formed", [] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        const SruAnswer answer = asked("query=" + percent_encode(bytes) + "&x-y=" + percent_encode(bytes));
        RC_ASSERT(!answer.root().empty());
        const SruAnswer other = asked(bytes);
        RC_ASSERT(!other.root().empty());
    });
}

}  // namespace schakel
