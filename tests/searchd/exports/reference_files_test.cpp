#include "searchd/exports/reference_files.hpp"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "searchd/exports/publication_kind.hpp"
#include "searchd/xml/plain_line.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/exports/hostile_text.hpp"
#include "tests/searchd/exports/written_record.hpp"

namespace schakel {
namespace {

constexpr std::string_view address = "https://zoek.example.org/kennisproducten/voorbeeld";

std::string ris_of(const StoredRecord& record) { return ris_entry(record, Labels(sample_installation()), address); }

std::string bibtex_of(const StoredRecord& record) {
    return bibtex_entry(record, Labels(sample_installation()), address);
}

std::string without_returns(std::string text) {
    std::erase(text, '\r');
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

std::vector<std::string> lines_of(const std::string& ris) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < ris.size();) {
        const std::size_t end = ris.find("\r\n", at);
        lines.push_back(ris.substr(at, end - at));
        at = end == std::string::npos ? ris.size() : end + 2;
    }
    return lines;
}

/// What TeX shows of an escaped text.
std::string read_tex(std::string text) {
    text = std::regex_replace(text, std::regex(R"(\\textasciitilde\{\})"), "~");
    text = std::regex_replace(text, std::regex(R"(\\textasciicircum\{\})"), "^");
    std::string shown;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 16, "\\textbackslash{}") == 0) {
            shown += '\\';
            i += 15;
        } else if (text[i] != '\\') {
            shown += text[i];
        } else if (i + 1 < text.size()) {
            shown += text[++i];
        }
    }
    return shown;
}

/// Whether every brace that is not escaped is closed, and none before it was opened.
bool is_balanced(const std::string& bibtex) {
    int depth = 0;
    for (std::size_t i = 0; i < bibtex.size(); ++i) {
        if (bibtex[i] == '\\')
            ++i;
        else if (bibtex[i] == '{')
            ++depth;
        else if (bibtex[i] == '}' && --depth < 0)
            return false;
    }
    return depth == 0;
}

std::string title_in(const std::string& bibtex) {
    constexpr std::string_view before = "\n  title = {{";
    const std::size_t begin = bibtex.find(before) + before.size();
    const std::size_t end = bibtex.find("}},\n  ", begin);
    return bibtex.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("a product as RIS", "[golden]") {
    CHECK_GOLDEN("exports/ris",
                 [](const std::string& input) { return without_returns(ris_of(written_record(input))); });
}

TEST_CASE("a product as BibTeX", "[golden]") {
    CHECK_GOLDEN("exports/bibtex",
                 [](const std::string& input) { return without_returns(bibtex_of(written_record(input))); });
}

TEST_CASE("a RIS entry is one entry, whatever a record holds") {
    rc::prop("", [] {
        const StoredRecord record = hostile_record();
        const std::string ris = ris_of(record);
        RC_ASSERT(ris.ends_with("\r\n"));
        const auto lines = lines_of(ris);
        RC_ASSERT(lines.front().starts_with("TY  - "));
        RC_ASSERT(lines.back() == "ER  - ");
        std::size_t ends = 0;
        for (const std::string& line : lines) {
            RC_ASSERT(line.size() >= 6 && line.compare(2, 4, "  - ") == 0);
            RC_ASSERT(line.find_first_of("\r\n") == std::string::npos);
            if (line.starts_with("ER")) ++ends;
        }
        RC_ASSERT(ends == 1u);
        const std::string title = plain_line(record.title);
        if (!title.empty()) RC_ASSERT(std::count(lines.begin(), lines.end(), "TI  - " + title) == 1);
    });
}

TEST_CASE("a BibTeX entry is one entry, whatever a record holds") {
    rc::prop("braces are closed, the key is plain and the title comes back", [] {
        StoredRecord record = hostile_record();
        record.title = "T" + record.title;
        const std::string bibtex = bibtex_of(record);
        RC_ASSERT(is_balanced(bibtex));
        RC_ASSERT(std::regex_search(bibtex, std::regex("^@[a-z]+\\{[a-z0-9]+,\n")));
        RC_ASSERT(bibtex.ends_with("\n}\n"));
        RC_ASSERT(read_tex(title_in(bibtex)) == plain_line(record.title));
    });
}

TEST_CASE("every type of the vocabulary has a kind of its own row, and an unknown one a general kind") {
    for (const Concept& type : sample_installation().vocabularies.at("type").concepts()) {
        INFO(type.code);
        StoredRecord record;
        record.of(FieldId::type) = {{type.code, "", "", ""}};
        const bool is_general = type.code == "methodiek" || type.code == "instrument";
        CHECK((publication_kind(record).schema == "CreativeWork") == is_general);
    }
    CHECK(publication_kind({}).ris == "GEN");
}

}  // namespace schakel
