#pragma once

#include <string>
#include <vector>

#include "analyzers/word.hpp"

namespace schakel {

/// The terms under which a word stands in the postings: its term, its form as written and the parts of a compound (marked as
/// config/index/postings.hpp says). Distinct; the term first.
std::vector<std::string> index_terms(const Word& word);

/// What a word in quotes asks for: its form as written, or its term when it has one form only.
std::string exact_term_of(const Word& word);

}  // namespace schakel
