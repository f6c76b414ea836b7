#include "analyzers/index_terms.hpp"

#include <algorithm>

#include "config/index/postings.hpp"

namespace schakel {

std::vector<std::string> index_terms(const Word& word) {
    std::vector<std::string> terms{word.term};
    const auto add = [&](std::string term) {
        if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
    };
    if (word.has_form()) add(exact_term(word.form));
    for (const WordPart& part : word.parts) add(part_term(part.term));
    for (const std::string& inner : word.inner) add(part_term(inner));
    return terms;
}

std::string exact_term_of(const Word& word) { return word.has_form() ? exact_term(word.form) : word.term; }

}  // namespace schakel
