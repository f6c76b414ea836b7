// Writes a collection and queries for Lucene in which every word is what our analysis makes of it, so that both engines search the
// same terms and only their search is compared. Terms are written as t1, t2 …, which Lucene's Dutch analyzer leaves as they are.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analyzers/analyzer.hpp"
#include "analyzers/installation.hpp"
#include "config/string_map.hpp"

namespace {

using namespace schakel;

/// Columns of the lines that Lucene's program reads. Several values in one are joined by |.
enum Column : std::size_t { id, title, type, themes, regions, domains, year, text, column_count };

class NumberedTerms {
public:
    explicit NumberedTerms(const LanguageData& language) : analyzer_(language) {}

    /// What the index has of a text.
    std::string of_text(std::string_view text) {
        return written(analyzer_.analyze(text), [](const Token&) { return true; });
    }

    /// What a query asks for: stop words only when it has no others.
    std::string of_query(std::string_view query) {
        const Tokens tokens = analyzer_.analyze(query);
        const auto asked = [](const Token& token) {
            return token.kind != TokenKind::joined && token.kind != TokenKind::reference_part;
        };
        const std::string telling = written(tokens, [&](const Token& token) { return asked(token) && !token.stop(); });
        return telling.empty() ? written(tokens, asked) : telling;
    }

private:
    template <class Wanted>
    std::string written(const Tokens& tokens, Wanted wanted) {
        std::string terms;
        for (const Token& token : tokens)
            if (wanted(token)) terms += fmt::format("{}t{}", terms.empty() ? "" : " ", number_of(token.term()));
        return terms;
    }

    std::size_t number_of(const std::string& term) { return numbers_.emplace(term, numbers_.size() + 1).first->second; }

    Analyzer analyzer_;
    StringMap<std::size_t> numbers_;
};

std::vector<std::string> split(const std::string& text, char border) {
    std::vector<std::string> pieces{""};
    for (const char c : text) {
        if (c == border)
            pieces.emplace_back();
        else
            pieces.back() += c;
    }
    return pieces;
}

/// The names by which our index finds a product besides its own words: of its themes, domains, type and regions.
std::vector<std::string> labels_of(const std::vector<std::string>& columns, const Installation& installation) {
    std::vector<std::string> labels = split(columns[themes], '|');
    for (std::string& domain : split(columns[domains], '|')) labels.push_back(std::move(domain));
    if (const Concept* found = installation.vocabularies.at("type").find(columns[type]); found != nullptr)
        labels.push_back(found->label.nl);
    for (const std::string& code : split(columns[regions], '|'))
        if (const Region* region = installation.regions.find(code); region != nullptr) {
            labels.push_back(region->name);
            labels.insert(labels.end(), region->variants.begin(), region->variants.end());
        }
    return labels;
}

void write_collection(const char* from, const char* to, const Installation& installation, NumberedTerms& terms) {
    std::ifstream in(from);
    std::ofstream out(to);
    for (std::string line; std::getline(in, line);) {
        std::vector<std::string> columns = split(line, '\t');
        if (columns.size() != column_count) throw std::runtime_error(fmt::format("{}: not a record: {}", from, line));
        columns[title] = terms.of_text(columns[title]);
        columns[text] = terms.of_text(columns[text]);
        for (const std::string& label : labels_of(columns, installation)) columns[text] += ' ' + terms.of_text(label);
        out << fmt::format("{}\n", fmt::join(columns, "\t"));
    }
}

void write_queries(const char* from, const char* to, NumberedTerms& terms) {
    std::ifstream in(from);
    std::ofstream out(to);
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) out << terms.of_query(line) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::cerr << "usage: bench_terms laws.tsv queries.txt TERMS.tsv TERM-QUERIES.txt\n";
        return 2;
    }
    const auto installation = load_installation({});
    if (!installation) {
        std::cerr << to_text(installation.error(), Language::english) << '\n';
        return 1;
    }
    NumberedTerms terms(installation->language);
    write_collection(argv[1], argv[3], *installation, terms);
    write_queries(argv[2], argv[4], terms);
}
