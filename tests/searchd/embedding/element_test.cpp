// What the page about the element promises, against the module that keeps it.

#include <regex>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "config/file.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

std::string web_file(const std::string& name) {
    return read_file(repository_folder() / "searchd" / "web" / name).value();
}

/// The first groups of every match.
std::set<std::string> found(const std::string& text, const std::string& pattern) {
    const std::regex sought{pattern};
    std::set<std::string> groups;
    for (std::sregex_iterator match{text.begin(), text.end(), sought}, end; match != end; ++match)
        groups.insert((*match)[1]);
    return groups;
}

std::string between(const std::string& text, const std::string& from, const std::string& until) {
    const std::size_t start = text.find(from);
    REQUIRE(start != std::string::npos);
    return text.substr(start, text.find(until, start) - start);
}

const std::string module_file = "widget/schakel-zoeken.js";

std::set<std::string> attributes_of_element() {
    const std::string code = web_file(module_file);
    std::set<std::string> names = found(between(code, "observedAttributes", ";"), "'([a-z-]+)'");
    names.merge(found(between(code, "filterNames", ";"), "'([a-z-]+)'"));
    names.merge(found(code, R"(:host\(\[([a-z-]+)=)"));  // those that only the style sheet reads
    return names;
}

/// The names in the first cells of the tables.
std::set<std::string> names_explained(const std::string& page) {
    std::set<std::string> names;
    for (const std::string& cell : found(page, "<th scope=\"row\">(.*?)</th>"))
        names.merge(found(cell, "<code>([a-z0-9-]+)</code>"));
    return names;
}

}  // namespace

TEST_CASE("every attribute of the element is explained, and no other") {
    const std::set<std::string> attributes = attributes_of_element();
    CHECK(attributes.contains("vanuit-regio"));
    CHECK(attributes.contains("kleuren"));
    CHECK(names_explained(web_file("templates/partials/embedding/element.mustache")) == attributes);
}

TEST_CASE("every token that is explained does something") {
    const std::string code = web_file(module_file);
    const std::set<std::string> tokens = names_explained(web_file("templates/partials/embedding/looks.mustache"));
    CHECK(tokens.contains("--utrecht-link-color"));
    for (const std::string& token : tokens) {
        INFO(token);
        CHECK(code.find("var(" + token) != std::string::npos);
    }
}

TEST_CASE("the element needs nothing that a strict policy of its host forbids") {
    const std::string code = web_file(module_file);
    for (const std::string forbidden : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
                                        "new Function", ".style.", "'style'", "setAttribute('on"}) {
        INFO(forbidden);
        CHECK(code.find(forbidden) == std::string::npos);
    }
    CHECK_FALSE(std::regex_search(code, std::regex{R"(\bimport\s+[^.(])"}));  // one module
}

TEST_CASE("demo and help pages have no script or style of their own") {
    for (const std::string file :
         {"widget/voorbeeld.html", "templates/embedding.mustache", "templates/framed.mustache"}) {
        const std::string page = web_file(file);
        INFO(file);
        CHECK(page.find("<style") == std::string::npos);
        CHECK(page.find("style=") == std::string::npos);
        CHECK_FALSE(std::regex_search(page, std::regex{R"(<script(?![^>]*\bsrc=))"}));
        CHECK_FALSE(std::regex_search(page, std::regex{R"(\son[a-z]+=)"}));
    }
}

}  // namespace schakel
