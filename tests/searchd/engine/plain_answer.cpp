#include <algorithm>
#include <cmath>

#include "analyzers/index_terms.hpp"
#include "config/index/postings.hpp"
#include "searchd/engine/scoring/ranked_clauses.hpp"
#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {

namespace {

bool has_term(const Token& token, const std::string& term) {
    const std::vector<std::string> terms = index_terms(*token.word);
    return std::find(terms.begin(), terms.end(), term) != terms.end();
}

/// How often the terms stand at their offsets from each other.
std::size_t count_at(const Tokens& tokens, const std::vector<QueryTerm>& terms) {
    return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [&](const Token& start) {
        return std::all_of(terms.begin(), terms.end(), [&](const QueryTerm& term) {
            return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
                return has_term(token, term.term) && token.position == start.position + term.offset;
            });
        });
    }));
}

/// The same as far as a posting has room for it; how often a phrase stands somewhere is not in the postings.
std::size_t counted(const AnalyzedField& field, const std::vector<QueryTerm>& terms) {
    const std::size_t count = count_at(field.tokens, terms);
    if (terms.size() > 1) return count;
    FieldCounts room;
    room.add(field.field, static_cast<std::uint32_t>(count));
    return room.of(field.field);
}

/// The formulas of BM25F over a handful of documents.
class PlainScorer {
public:
    PlainScorer(const std::vector<IndexDocument>& documents, const Settings::Search& settings)
        : documents_(documents), settings_(settings) {
        for (std::size_t i = 0; i < text_field_count; ++i) {
            double sum = 0;
            double having = 0;
            for (const IndexDocument& document : documents) sum += document.fields[i].words;
            for (const IndexDocument& document : documents) having += document.fields[i].words > 0 ? 1 : 0;
            mean_length_[i] = having > 0 ? sum / having : 1;
        }
    }

    /// What a clause adds to the score of a document; 0 when the document has none of its alternatives.
    double score(const QueryClause& clause, const IndexDocument& document) const {
        if (clause.alternatives.empty()) return 0;
        const double highest = rarity(clause.alternatives.front());
        double sum = 0;
        for (const Alternative& alternative : clause.alternatives)
            sum += alternative.weight * score(alternative, document, clause.text_field, highest);
        return sum;
    }

    /// Whether it has what was typed.
    bool has_typed(const QueryClause& clause, const IndexDocument& document) const {
        if (clause.values) return is_under(*clause.values, document);
        return score(clause.alternatives.front(), document, clause.text_field, 1) > 0;
    }

    bool meets(const Condition& condition, const Query& query, const IndexDocument& document) const {
        const auto operand_is_met = [&](const Condition& operand) { return meets(operand, query, document); };
        const std::vector<Condition>& operands = condition.operands;
        switch (condition.kind) {
            case Condition::Kind::all: return std::all_of(operands.begin(), operands.end(), operand_is_met);
            case Condition::Kind::any: return std::any_of(operands.begin(), operands.end(), operand_is_met);
            case Condition::Kind::none: return std::none_of(operands.begin(), operands.end(), operand_is_met);
            case Condition::Kind::clause: break;
        }
        const QueryClause& clause = query.clauses[condition.clause];
        return clause.values ? is_under(*clause.values, document) : score(clause, document) > 0;
    }

    static bool is_under(const ValueCondition& condition, const IndexDocument& document) {
        const auto& values = document.facets[static_cast<std::size_t>(field(condition.facet).column)];
        return std::any_of(values.begin(), values.end(), [&](const ColumnValue& value) {
            if (!condition.from) return std::count(condition.codes.begin(), condition.codes.end(), value.code) > 0;
            const int year = std::stoi(value.code);
            return *condition.from <= year && year <= *condition.until;
        });
    }

private:
    double rarity(const Alternative& alternative) const {
        if (alternative.arrangement == Arrangement::any) {
            std::vector<std::string> terms;
            for (const QueryTerm& term : alternative.terms) terms.push_back(term.term);
            return rarity(terms);
        }
        double sum = 0;
        for (const QueryTerm& term : alternative.terms) sum += rarity({term.term});
        return sum;
    }

    double score(const Alternative& alternative, const IndexDocument& document, std::optional<FieldId> only,
                 double highest) const {
        if (alternative.arrangement == Arrangement::together) return score_together(alternative, document, only);
        const double rare = std::min(rarity(alternative), highest);
        if (alternative.arrangement != Arrangement::any)
            return rare * value_of(occurrences(alternative.terms, document, only));
        Found found;
        for (const QueryTerm& term : alternative.terms) found.add(occurrences({{term.term, 0}}, document, only));
        return rare * value_of(found);
    }

    double score_together(const Alternative& alternative, const IndexDocument& document,
                          std::optional<FieldId> only) const {
        double sum = 0;
        for (const QueryTerm& part : alternative.terms) {
            Found found = occurrences({{part.term, 0}}, document, only);
            found.add(occurrences({{part_term(part.term), 0}}, document, only));
            if (found.weight <= 0) return 0;
            sum += rarity({part.term, part_term(part.term)}) * value_of(found);
        }
        return sum;
    }

    /// Weighted occurrences, and those in the title.
    struct Found {
        double weight = 0;
        double title = 0;

        void add(const Found& other) {
            weight += other.weight;
            title += other.title;
        }
    };

    double value_of(const Found& found) const {
        return (settings_.bm25_k1 + 1) * found.weight / (found.weight + settings_.bm25_k1) +
               settings_.title_bonus / settings_.weight_title * found.title;
    }

    double rarity(const std::vector<std::string>& terms) const {
        double frequency = 0;
        for (const std::string& term : terms) frequency += holders(term);
        return std::log(1 +
                        (std::max(static_cast<double>(documents_.size()) - frequency, 0.0) + 0.5) / (frequency + 0.5));
    }

    Found occurrences(const std::vector<QueryTerm>& terms, const IndexDocument& document,
                      std::optional<FieldId> only) const {
        const std::array<double, text_field_count> weights{settings_.weight_title, settings_.weight_abstract,
                                                           settings_.weight_body, settings_.weight_subjects,
                                                           settings_.weight_names};
        Found found;
        for (std::size_t i = 0; i < text_field_count; ++i) {
            if (only && document.fields[i].field != *only) continue;
            const double relative = document.fields[i].words / mean_length_[i];
            const double normalisation = 1 - settings_.bm25_b + settings_.bm25_b * relative;
            const double weight = weights[i] * static_cast<double>(counted(document.fields[i], terms)) / normalisation;
            found.weight += weight;
            if (i == 0) found.title += weight;
        }
        return found;
    }

    double holders(const std::string& term) const {
        return static_cast<double>(
            std::count_if(documents_.begin(), documents_.end(), [&](const IndexDocument& document) {
                return std::any_of(document.fields.begin(), document.fields.end(), [&](const AnalyzedField& field) {
                    return std::any_of(field.tokens.begin(), field.tokens.end(),
                                       [&](const Token& token) { return has_term(token, term); });
                });
            }));
    }

    const std::vector<IndexDocument>& documents_;
    const Settings::Search& settings_;
    std::array<double, text_field_count> mean_length_{};
};

/// What a document has of the ranked clauses.
struct PlainScore {
    std::size_t found = 0;
    double sum = 0;
};

PlainScore plain_score(const PlainScorer& scorer, const std::vector<const QueryClause*>& ranked,
                       const IndexDocument& document) {
    PlainScore all;
    for (const QueryClause* clause : ranked) {
        const double score = scorer.score(*clause, document);
        all.found += score > 0 ? 1 : 0;
        all.sum += score;
    }
    return all;
}

/// Whether it may match at all, however many of the words it has.
bool is_allowed(const PlainScorer& scorer, const Query& query, const IndexDocument& document) {
    if (query.condition) return scorer.meets(*query.condition, query, document);
    return std::none_of(query.clauses.begin(), query.clauses.end(), [&](const QueryClause& clause) {
        if (clause.excluded) return scorer.has_typed(clause, document);
        return clause.values && !PlainScorer::is_under(*clause.values, document);
    });
}

}  // namespace

PlainAnswer plain_answer(const std::vector<IndexDocument>& documents, const Query& query,
                         const Settings::Search& settings) {
    const PlainScorer scorer(documents, settings);
    const auto ranked = ranked_clauses(query);
    std::vector<PlainScore> scores;
    std::vector<bool> allowed;
    for (const IndexDocument& document : documents) {
        scores.push_back(plain_score(scorer, ranked, document));
        allowed.push_back(is_allowed(scorer, query, document));
    }
    const auto matching = [&](std::size_t least) {
        std::size_t count = 0;
        for (std::size_t d = 0; d < documents.size(); ++d) count += allowed[d] && scores[d].found >= least ? 1u : 0u;
        return count;
    };
    const std::size_t any = std::min<std::size_t>(ranked.size(), 1);
    PlainAnswer answer;
    answer.all_words = query.condition ||
                       matching(ranked.size()) >= static_cast<std::size_t>(settings.minimum_all_words) ||
                       matching(ranked.size()) == matching(any);
    const std::size_t least = query.condition ? 0 : answer.all_words ? ranked.size() : any;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        const bool whole = query.condition || ranked.empty();
        const double share = whole ? 1.0 : static_cast<double>(scores[d].found) / static_cast<double>(ranked.size());
        const double score = scores[d].sum * std::pow(share, settings.share_exponent);
        answer.scores.push_back(allowed[d] && scores[d].found >= least ? std::optional(score) : std::nullopt);
    }
    return answer;
}

}  // namespace schakel
