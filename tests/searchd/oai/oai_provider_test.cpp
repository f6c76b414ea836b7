#include "searchd/oai/oai_provider.hpp"

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <pugixml.hpp>
#include <rapidcheck/catch.h>

#include "searchd/request/url.hpp"
#include "tests/golden/golden.hpp"
#include "tests/paths.hpp"
#include "tests/searchd/oai/sample_repository.hpp"

namespace schakel {
namespace {

/// The answer with an element on each line, without what all answers begin with; the time of the answer is that of the test.
std::string shown(const HttpResponse& response) {
    pugi::xml_document document;
    if (response.status != 200 || !document.load_buffer(response.body.data(), response.body.size()))
        return "status " + std::to_string(response.status) + "\n" + response.body;
    std::ostringstream out;
    for (const pugi::xml_node child : document.document_element().children())
        if (child.name() != std::string_view("responseDate")) child.print(out, "  ", pugi::format_indent);
    std::string text = std::regex_replace(out.str(), std::regex(R"( xmlns[^=]*="[^"]*"| xsi:[^=]*="[^"]*")"), "");
    text.pop_back();
    return text;
}

std::string answer_to(const std::string& query) { return shown(ask_sample_repository(query)); }

/// All identifiers of a list, page by page.
std::vector<std::string> identifiers(std::string query) {
    std::vector<std::string> all;
    for (int page = 0; page < 10; ++page) {
        pugi::xml_document document;
        REQUIRE(document.load_string(ask_large_repository(query).body.c_str()));
        const pugi::xml_node list = document.document_element().last_child();
        for (const pugi::xml_node header : list.children("header")) all.push_back(header.child_value("identifier"));
        const pugi::xml_node token = list.child("resumptionToken");
        if (!token) return all;
        CHECK(token.attribute("completeListSize").as_uint() == 250);
        CHECK(token.attribute("cursor").as_uint() == all.size() - (token.text().empty() ? 50U : 100U));
        if (token.text().empty()) return all;
        query = std::string("verb=ListIdentifiers&resumptionToken=") + token.text().get();
    }
    FAIL("a list without end");
    return all;
}

bool is_well_formed(const HttpResponse& response) {
    pugi::xml_document document;
    return response.status == 200 && document.load_string(response.body.c_str()) &&
           document.document_element().name() == std::string_view("OAI-PMH");
}

}  // namespace

TEST_CASE("the repository answers harvesters by the protocol", "[golden]") { CHECK_GOLDEN("oai", answer_to); }

TEST_CASE("a list is given whole and once, a page at a time") {
    const auto all = identifiers("verb=ListIdentifiers&metadataPrefix=oai_dc");
    CHECK(all.size() == 250);
    CHECK(std::set(all.begin(), all.end()).size() == 250);
}

TEST_CASE("every answer names the time, and is XML in UTF-8") {
    const HttpResponse response = ask_sample_repository("verb=Identify");
    CHECK(response.content_type == "text/xml; charset=utf-8");
    CHECK(response.body.starts_with(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OAI-PMH xmlns=\"http://www.openarchives.org/"));
    CHECK(std::regex_search(response.body, std::regex("<responseDate>20..-..-..T..:..:..Z</responseDate>")));
    CHECK(response.body.find('\x01') == std::string::npos);
}

TEST_CASE("whatever is asked gets an answer of the protocol") {
    const std::string long_text(10'000, 'x');
    for (const std::string& query :
         {std::string(), std::string("&&&="), "verb=" + long_text, "verb=ListRecords&resumptionToken=" + long_text,
          "verb=GetRecord&metadataPrefix=oai_dc&identifier=" + long_text, std::string("verb=Identify&%FF=%FE"),
          std::string("verb=GetRecord&metadataPrefix=%00&identifier=%01%02"),
          std::string("verb=ListRecords&metadataPrefix=%C3"), std::string("verb=ListSets&resumptionToken=%FF%FE"),
          std::string("verb=ListRecords&metadataPrefix=oai_dc&set=%0A")}) {
        INFO(query.substr(0, 100));
        CHECK(is_well_formed(ask_sample_repository(query)));
    }
    rc::prop("of any bytes", [](const std::string& name, const std::string& value) {
        const std::string verb = *rc::gen::element<std::string>("Identify", "ListSets", "ListRecords", "GetRecord");
        RC_ASSERT(is_well_formed(
            ask_sample_repository("verb=" + verb + "&" + percent_encode(name) + "=" + percent_encode(value))));
        RC_ASSERT(is_well_formed(
            ask_sample_repository("verb=ListRecords&metadataPrefix=oai_dc&set=" + percent_encode(value))));
    });
}

}  // namespace schakel
