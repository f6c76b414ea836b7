#include "searchd/query/query_suggester.hpp"

#include <algorithm>
#include <vector>

#include "config/folding.hpp"

namespace schakel {

namespace {

constexpr std::size_t established =
    3;  // documents that have a word which no list has: it is a name or a term of the field

bool is_plain(const QueryClause& clause) {
    return !clause.quoted && !clause.excluded && !clause.text_field && !clause.values && clause.pattern.empty();
}

}  // namespace

QuerySuggester::QuerySuggester(const Installation& installation, TermFrequency frequency)
    : frequency_(std::move(frequency)),
      words_(installation.language),
      commonness_(*installation.language.lexicon, installation.spelling->common_words),
      speller_(installation.spelling->words, installation.spelling->confusions, commonness_),
      query_speller_(
          speller_, [this](std::string_view word) { return documents_with(word); },
          [this](std::string_view word) { return is_well_written(word); }) {}

std::size_t QuerySuggester::documents_with(std::string_view word) const {
    return frequency_(words_.analyze(word).term);
}

/// A compound that no list and no document has may be right, but one near it that documents have is the better guess:
/// "jeugtzorg" is read as jeugt and zorg too.
bool QuerySuggester::is_well_written(std::string_view word) const {
    const Word analyzed = words_.analyze(word);
    const std::size_t documents = frequency_(analyzed.term);
    if (analyzed.rule == WordRule::compound) return documents > 0;
    return analyzed.rule != WordRule::stemmer || documents >= established;
}

std::string QuerySuggester::suggest(const Query& query) const {
    if (query.condition || !std::all_of(query.clauses.begin(), query.clauses.end(), is_plain)) return {};
    std::vector<std::string> words;
    std::string typed;
    for (const QueryClause& clause : query.clauses) {
        words.push_back(clause.typed);
        (typed += ' ') += clause.typed;
    }
    const auto suggestion = query_speller_.suggest(words);
    const bool better = suggestion && fold(suggestion->word) != fold(typed);  // accents find the same
    return better ? suggestion->word : std::string();
}

}  // namespace schakel
