#include "config/vocabulary.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "config/index/field_table.hpp"
#include "tests/config/input_folder.hpp"
#include "tests/golden/golden.hpp"

namespace schakel {
namespace {

constexpr std::string_view opening =
    R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#" )"
    R"(xmlns:dct="http://purl.org/dc/terms/" xml:lang="nl">)";

/// A scheme without concepts, for the lists that every installation must have and a case is not about.
std::string empty_scheme(std::string_view name) {
    return fmt::format(R"({}<skos:ConceptScheme rdf:about="urn:schakel:{}"><skos:notation>{}</skos:notation>)"
                       "<dct:title>{}</dct:title></skos:ConceptScheme></rdf:RDF>\n",
                       opening, name, name, name);
}

void add_schemes_of_field_table(InputFolder& folder) {
    for (const Field& row : field_table) {
        const bool is_needed = row.values == FieldValues::vocabulary || row.values == FieldValues::names;
        if (is_needed && folder.text().find(fmt::format("notation>{}</", row.name)) == std::string::npos)
            folder.add_missing(fmt::format("{}.xml", row.name), empty_scheme(row.name));
    }
}

std::string describe(const Concept& entry) {
    std::string text = fmt::format("{} “{}”", entry.code, entry.label.nl);
    if (entry.label.en != entry.label.nl) text += fmt::format(" “{}”", entry.label.en);
    if (!entry.broader.empty()) text += " onder " + entry.broader;
    if (!entry.successor.empty()) text += " opgevolgd door " + entry.successor;
    return text;
}

/// `list: value` → the concept meant and everything above it.
std::string answer(const Vocabularies& loaded, const InputFolder& folder, const std::string& question) {
    const auto colon = question.find(": ");
    const Vocabulary& vocabulary = loaded.at(question.substr(0, colon));
    const auto resolved = vocabulary.resolve(question.substr(colon + 2));
    if (!resolved) return folder.describe(resolved.error());
    return fmt::format("{} → {}", question, fmt::join(vocabulary.with_ancestors((*resolved)->code), " < "));
}

/// Lines that are not yet a document get the opening before the first line, so that line numbers stay those of the case.
std::string completed(const std::string& input) {
    std::string text;
    bool at_start = true;
    for (std::size_t from = 0; from < input.size();) {
        const auto end = std::min(input.find('\n', from), input.size());
        const std::string line = input.substr(from, end - from);
        from = end + 1;
        const bool is_marker = line.starts_with("--- ");
        if (is_marker && !at_start) text += "</rdf:RDF>\n";
        if (!is_marker && at_start && line.starts_with("<skos:")) text += opening;
        at_start = is_marker || (at_start && !line.starts_with("<skos:"));
        text += line + "\n";
    }
    if (!at_start) text += "</rdf:RDF>\n";
    return text;
}

std::string loaded_text(const std::string& input) {
    InputFolder folder(completed(input), "lijst.xml");
    add_schemes_of_field_table(folder);
    const auto loaded = load_vocabularies(folder.path());
    if (!loaded) return folder.describe(loaded.error());
    std::string text = "ok";
    for (const auto& [name, vocabulary] : loaded->by_name)
        for (const Concept& entry : vocabulary.concepts()) text += fmt::format("\n{}: {}", name, describe(entry));
    for (const std::string& question : folder.questions()) text += "\n" + answer(*loaded, folder, question);
    return text;
}

Concept named(std::string code, std::string label, std::string broader = {}) {
    Concept entry;
    entry.code = std::move(code);
    entry.label = {label, label};
    entry.broader = std::move(broader);
    return entry;
}

}  // namespace

TEST_CASE("SKOS files load or say what is wrong", "[golden]") { CHECK_GOLDEN("vocabulary", loaded_text); }

TEST_CASE("a vocabulary is a tree") {
    const Vocabulary themes("thema", "Thema's",
                            {named("meedoen", "meedoen"), named("eenzaamheid", "eenzaamheid", "meedoen"),
                             named("armoede", "armoede", "meedoen")});
    REQUIRE(themes.tops().size() == 1);
    CHECK(themes.tops().front()->narrower == std::vector<std::string>{"eenzaamheid", "armoede"});
    CHECK(themes.with_ancestors("armoede") == std::vector<std::string>{"armoede", "meedoen"});
    CHECK(themes.with_ancestors("onbekend").empty());
    CHECK(themes.find("onbekend") == nullptr);
}

TEST_CASE("a label of two concepts is ambiguous when nobody checked") {
    const Vocabulary themes("thema", "Thema's", {named("a", "zelfde"), named("b", "Zelfde")});
    const auto resolved = themes.resolve("ZELFDE");
    REQUIRE_FALSE(resolved);
    CHECK(resolved.error().code == ErrorCode::ambiguous_value);
    CHECK(resolved.error().message.nl == "“ZELFDE” kan in de lijst thema meer dan één ding zijn: a, b");
}

TEST_CASE("the version changes with the files") {
    const auto version_of = [](const std::string& label) {
        InputFolder folder(completed("<skos:ConceptScheme rdf:about=\"urn:x\"><skos:notation>thema</skos:notation>"
                                     "<dct:title>" +
                                     label + "</dct:title></skos:ConceptScheme>"),
                           "themas.xml");
        add_schemes_of_field_table(folder);
        const auto loaded = load_vocabularies(folder.path());
        REQUIRE(loaded);
        return loaded->version;
    };
    CHECK(version_of("Thema's") == version_of("Thema's"));
    CHECK(version_of("Thema's") != version_of("Themas"));
}

TEST_CASE("a folder that is not there is not found") {
    const auto loaded = load_vocabularies("/nergens/vocabularies");
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::not_found);
}

}  // namespace schakel
