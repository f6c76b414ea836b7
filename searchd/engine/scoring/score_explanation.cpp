#include "searchd/engine/scoring/score_explanation.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "searchd/engine/scoring/ranked_clauses.hpp"

namespace schakel {

namespace {

/// By number of the text field.
constexpr std::array<std::string_view, text_field_count> dutch_places{"de titel", "de samenvatting", "de tekst",
                                                                      "de onderwerpen", "de namen"};
constexpr std::array<std::string_view, text_field_count> english_places{"the title", "the abstract", "the text",
                                                                        "the subjects", "the names"};

/// Without the mark of its kind.
std::string_view bare(std::string_view term) {
    if (!term.empty() && std::string_view("=~@").find(term.front()) != std::string_view::npos) term.remove_prefix(1);
    return term;
}

/// What to call an alternative.
std::string name_of(const QueryClause& clause, const Alternative& alternative) {
    if (alternative.reason == Reason::typed || alternative.reason == Reason::pattern ||
        alternative.reason == Reason::beginning || &alternative == &clause.alternatives.front())
        return clause.typed;
    if (!alternative.label.empty()) return alternative.label;
    std::string name;
    for (const QueryTerm& term : alternative.terms) (name += name.empty() ? "" : " ") += bare(term.term);
    return name;
}

Text described(Reason reason) {
    switch (reason) {
        case Reason::typed:
        case Reason::exact_form: return {"", ""};
        case Reason::joined: return {" als één woord", " as one word"};
        case Reason::inside: return {" als deel van een langer woord", " as part of a longer word"};
        case Reason::parts: return {" als losse woorden", " as separate words"};
        case Reason::synonym: return {" als synoniem", " as a synonym"};
        case Reason::successor: return {" als opvolger of voorganger", " as successor or predecessor"};
        case Reason::derivation: return {" als verwant woord", " as a related word"};
        case Reason::english: return {" in het Engels", " in English"};
        case Reason::pattern: return {" als patroon", " as a pattern"};
        case Reason::beginning: return {" als begin van een woord", " as the beginning of a word"};
    }
    return {};
}

Text label_of(const QueryClause& clause, const Alternative& alternative, std::optional<std::size_t> text_field) {
    const std::string name = name_of(clause, alternative);
    const Text how = described(alternative.reason);
    Text label{fmt::format("“{}”{}", name, how.nl), fmt::format("“{}”{}", name, how.en)};
    if (!text_field) return label;
    label.nl += fmt::format(" in {}", dutch_places[*text_field]);
    label.en += fmt::format(" in {}", english_places[*text_field]);
    return label;
}

Text label_of_share(std::size_t found, std::size_t asked) {
    return {fmt::format("niet alle woorden: {} van {}", found, asked),
            fmt::format("not all words: {} of {}", found, asked)};
}

}  // namespace

Result<std::vector<ScorePart>> ScoreExplanation::of(DocumentId document) {
    std::vector<ScorePart> parts;
    for (const QueryClause* clause : ranked_clauses(query_))
        for (const Alternative& alternative : clause->alternatives) {
            if (is_bonus(*clause, alternative)) continue;
            if (auto added = add_parts(*clause, alternative, document, parts); !added)
                return tl::unexpected(added.error());
        }
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0,
                                       [](double all, const ScorePart& part) { return all + part.contribution; });
    const double factor{scores_.share_factor_of(document)};
    if (factor < 1)
        parts.push_back({label_of_share(scores_.found_of(document), scores_.clauses()), sum * (factor - 1)});
    std::erase_if(parts, [](const ScorePart& part) { return part.contribution == 0; });
    return parts;
}

Result<void> ScoreExplanation::add_parts(const QueryClause& clause, const Alternative& alternative, DocumentId document,
                                         std::vector<ScorePart>& parts) {
    AlternativeHits& hits = scores_.alternatives();
    const auto whole = hits.among(std::span(&document, 1), alternative, clause.text_field);
    if (!whole) return tl::unexpected(whole.error());
    if (whole->empty()) return {};
    const double weight{hits.weight(alternative, hits.typed_rarity(clause))};
    const double value{whole->front().value};
    const auto shares = hits.shares(document, alternative, clause.text_field);
    if (!shares) return tl::unexpected(shares.error());
    if (!*shares) {
        parts.push_back({label_of(clause, alternative, std::nullopt), weight * value});
        return {};
    }
    for (std::size_t i = 0; i < text_field_count; ++i)
        parts.push_back({label_of(clause, alternative, i), weight * value * (**shares)[i]});
    return {};
}

}  // namespace schakel
