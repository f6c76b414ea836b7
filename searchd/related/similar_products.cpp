#include "searchd/related/similar_products.hpp"

#include <algorithm>

namespace schakel {

namespace {

constexpr std::size_t fewest_common = 2;
constexpr std::size_t most_common_shown = 5;
constexpr double theme_bonus = 0.15;    // of the score, for each theme that both have
constexpr std::size_t most_themes = 3;  // that count

std::size_t shared_themes(DocumentId a, DocumentId b, const IndexSnapshot& snapshot) {
    const auto& themes = snapshot.facet(static_cast<std::size_t>(field(FieldId::theme).column));
    const auto of_a = themes.of(a);
    const auto of_b = themes.of(b);
    return static_cast<std::size_t>(std::ranges::count_if(
        of_a, [&](Ordinal theme) { return std::binary_search(of_b.begin(), of_b.end(), theme); }));
}

bool more_similar(const SimilarDocument& a, const SimilarDocument& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
}

/// False when it has too few of the terms to be called similar.
bool find_common(std::span<const KeyTerm> terms, const HoldsTerm& holds, SimilarDocument& similar) {
    std::size_t count = 0;
    for (const KeyTerm& term : terms) {
        if (!holds(similar.document, term.term)) continue;
        ++count;
        if (!term.shown.empty()) similar.common.push_back(term.shown);
        if (count >= fewest_common && similar.common.size() == most_common_shown) break;
    }
    return count >= fewest_common;
}

}  // namespace

Query similar_query(std::span<const KeyTerm> terms) {
    Query query;
    Condition any{.kind = Condition::Kind::any};
    for (const KeyTerm& term : terms) {
        any.operands.push_back({.clause = query.clauses.size()});
        QueryClause& clause = query.clauses.emplace_back();
        clause.typed = term.shown.empty() ? term.term : term.shown;
        clause.alternatives.push_back({.terms = {{.term = term.term}}, .weight = term.weight});
    }
    query.condition = std::move(any);
    return query;
}

std::vector<SimilarDocument> most_similar(DocumentId own, std::span<const RankedDocument> ranked,
                                          std::span<const KeyTerm> terms, const IndexSnapshot& snapshot,
                                          const HoldsTerm& holds, std::size_t most) {
    std::vector<SimilarDocument> candidates;
    for (const RankedDocument& found : ranked) {
        if (found.document == own || snapshot.is_hidden(found.document)) continue;
        const std::size_t themes = std::min(shared_themes(own, found.document, snapshot), most_themes);
        candidates.push_back(
            {found.document, static_cast<double>(found.score) * (1 + theme_bonus * static_cast<double>(themes)), {}});
    }
    std::ranges::sort(candidates, more_similar);
    std::vector<SimilarDocument> similar;
    for (SimilarDocument& candidate : candidates) {
        if (similar.size() == most) break;
        if (find_common(terms, holds, candidate)) similar.push_back(std::move(candidate));
    }
    return similar;
}

}  // namespace schakel
