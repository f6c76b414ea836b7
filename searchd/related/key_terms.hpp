#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"
#include "config/index/text_store.hpp"

namespace schakel {

/// How many documents hold a base term.
using DocumentFrequency = std::function<std::size_t(const std::string& term)>;

/// All that a product is compared with.
struct Collection {
    DocumentFrequency frequency;
    std::size_t documents = 0;
};

/// A word that says what a product is about.
struct KeyTerm {
    std::string term;  // base form, as in the postings
    std::string
        shown;  // as the product writes it most often: "wijkteams"; empty = not to be shown, since it may be a name
    double weight = 0;  // against 1 for the one that says most
};

/// The words, at most `most`, by which a product differs from others, best first: how often it has them, those in the
/// title, the abstract and the subjects counting as in the ranking, times how rare they are (TF-IDF: K. Spärck Jones,
/// 1972). Words that no other product has are left out, and so are stop words, numbers and authors. Deterministic.
std::vector<KeyTerm> key_terms(const StoredRecord& record, const std::vector<TextBlock>& sample, Analyzer& analyzer,
                               const Collection& collection, const Installation& installation, std::size_t most);

/// Blocks of the text of a document that stand for all of it: the first ones, and others spread evenly over the rest,
/// at most a dozen. So the time does not depend on its length. Errors: index_corrupt.
Result<std::vector<TextBlock>> sample_blocks(const TextStore& texts, std::size_t document);

}  // namespace schakel
