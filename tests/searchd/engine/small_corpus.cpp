#include "tests/searchd/engine/small_corpus.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <fmt/format.h>
#include <rapidcheck.h>

#include "analyzers/index_terms.hpp"
#include "config/index/postings.hpp"

namespace schakel {

namespace {

constexpr unsigned known_words = 8;

class CorpusMaker {
public:
    explicit CorpusMaker(std::uint32_t seed) : random_(seed) {}

    IndexDocument document(std::size_t number) {
        std::array<std::string, text_field_count> texts;
        for (std::size_t i = 0; i < text_field_count; ++i) texts[i] = words(i == 2 ? 25 : 4);
        IndexDocument made =
            document_of_words(fmt::format("p{}", number), {texts[0], texts[1], texts[2], texts[3], texts[4]});
        for (std::size_t column = 0; column < facet_count; ++column) made.facets[column] = values(column);
        made.title_key = fmt::format("titel {}", below(6));
        made.date = 20150101 + below(5);
        return made;
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    /// Two of the words are compounds of others.
    static std::string word(unsigned number) {
        const std::string_view parts = number == 2 ? "=w0|w1" : number == 5 ? "=w1|w3" : "";
        return fmt::format("w{}{}", number, parts);
    }

    std::string words(unsigned most) {
        std::string text;
        for (unsigned count = below(most + 1); count > 0; --count)
            text += word(std::min(below(known_words), below(known_words))) + ' ';
        return text;
    }

    std::vector<ColumnValue> values(std::size_t column) {
        if (facet_field(column).id == FieldId::year) {
            if (below(4) == 0) return {};
            return {{std::to_string(2010 + below(8)), ""}};
        }
        std::vector<ColumnValue> values;
        for (unsigned count = below(4); count > 0; --count)
            values.push_back({std::string(1, static_cast<char>('a' + below(6))), ""});
        return values;
    }

    std::mt19937 random_;
};

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
        double highest = 0;
        for (const QueryTerm& term : clause.alternatives.front().terms) highest += rarity({term.term});
        double sum = 0;
        for (const Alternative& alternative : clause.alternatives)
            sum += alternative.weight * score(alternative, document, highest);
        return sum;
    }

    bool has(const Alternative& alternative, const IndexDocument& document) const {
        return score(alternative, document, 1) > 0;
    }

private:
    double score(const Alternative& alternative, const IndexDocument& document, double highest) const {
        if (alternative.arrangement == Arrangement::together) return score_together(alternative, document);
        double own = 0;
        for (const QueryTerm& term : alternative.terms) own += rarity({term.term});
        return std::min(own, highest) * value_of(occurrences(alternative.terms, document));
    }

    double score_together(const Alternative& alternative, const IndexDocument& document) const {
        double sum = 0;
        for (const QueryTerm& part : alternative.terms) {
            Found found = occurrences({{part.term, 0}}, document);
            const Found inside = occurrences({{part_term(part.term), 0}}, document);
            found.weight += inside.weight;
            found.title += inside.title;
            if (found.weight <= 0) return 0;
            sum += rarity({part.term, part_term(part.term)}) * value_of(found);
        }
        return sum;
    }

    /// Weighted occurrences, and those in the title.
    struct Found {
        double weight = 0;
        double title = 0;
    };

    double value_of(const Found& found) const {
        return (settings_.bm25_k1 + 1) * found.weight / (found.weight + settings_.bm25_k1) +
               settings_.title_bonus / settings_.weight_title * found.title;
    }

    double rarity(const std::vector<std::string>& terms) const {
        double frequency = 0;
        for (const std::string& term : terms) {
            double most = 0;
            for (std::size_t i = 0; i < text_field_count; ++i) most = std::max(most, holders(term, i));
            frequency += most;
        }
        return std::log(1 +
                        (std::max(static_cast<double>(documents_.size()) - frequency, 0.0) + 0.5) / (frequency + 0.5));
    }

    Found occurrences(const std::vector<QueryTerm>& terms, const IndexDocument& document) const {
        const std::array<double, text_field_count> weights{settings_.weight_title, settings_.weight_abstract,
                                                           settings_.weight_body, settings_.weight_subjects,
                                                           settings_.weight_names};
        Found found;
        for (std::size_t i = 0; i < text_field_count; ++i) {
            const double relative = document.fields[i].words / mean_length_[i];
            const double normalisation = 1 - settings_.bm25_b + settings_.bm25_b * relative;
            const double weight =
                weights[i] * static_cast<double>(count_at(document.fields[i].tokens, terms)) / normalisation;
            found.weight += weight;
            if (i == 0) found.title += weight;
        }
        return found;
    }

    double holders(const std::string& term, std::size_t field) const {
        return static_cast<double>(
            std::count_if(documents_.begin(), documents_.end(), [&](const IndexDocument& document) {
                const Tokens& tokens = document.fields[field].tokens;
                return std::any_of(tokens.begin(), tokens.end(),
                                   [&](const Token& token) { return has_term(token, term); });
            }));
    }

    const std::vector<IndexDocument>& documents_;
    const Settings::Search& settings_;
    std::array<double, text_field_count> mean_length_{};
};

std::string any_word() { return fmt::format("w{}", *rc::gen::inRange(0, 10)); }

Alternative any_alternative() {
    Alternative alternative;
    std::uint32_t offset = 0;
    const int length = *rc::gen::weightedElement<int>({{6, 1}, {3, 2}, {1, 3}});
    for (int i = 0; i < length; ++i) {
        alternative.terms.push_back({any_word(), offset});
        offset += *rc::gen::weightedElement<std::uint32_t>({{4, 1}, {1, 2}});
    }
    if (length > 1) alternative.arrangement = Arrangement::phrase;
    return alternative;
}

/// Another way to have a word: part of a compound, a synonym, parts.
Alternative other_alternative() {
    Alternative alternative = any_alternative();
    alternative.weight = *rc::gen::element(0.1, 0.5, 1.0);
    alternative.reason = Reason::synonym;
    if (alternative.arrangement == Arrangement::phrase && *rc::gen::arbitrary<bool>()) {
        alternative.arrangement = Arrangement::together;
        for (QueryTerm& term : alternative.terms) term.offset = 0;
    }
    if (alternative.arrangement == Arrangement::single && *rc::gen::arbitrary<bool>())
        alternative.terms.front().term = part_term(alternative.terms.front().term);
    return alternative;
}

QueryClause any_clause() {
    QueryClause clause;
    clause.alternatives.push_back(any_alternative());
    clause.excluded = *rc::gen::weightedElement<bool>({{5, false}, {1, true}});
    for (int count = *rc::gen::inRange(0, 3); count > 0; --count) clause.alternatives.push_back(other_alternative());
    return clause;
}

}  // namespace

std::vector<IndexDocument> small_corpus(std::uint32_t seed, std::size_t documents) {
    CorpusMaker maker(seed);
    std::vector<IndexDocument> corpus;
    for (std::size_t i = 0; i < documents; ++i) corpus.push_back(maker.document(i));
    return corpus;
}

std::vector<std::vector<IndexDocument>> in_segments(const std::vector<IndexDocument>& documents, std::size_t most) {
    std::vector<std::vector<IndexDocument>> segments;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i % most == 0) segments.emplace_back();
        segments.back().push_back(documents[i]);
    }
    return segments;
}

const std::deque<IndexedCorpus>& indexed_corpora() {
    static const std::deque<IndexedCorpus> corpora = [] {
        std::deque<IndexedCorpus> made;
        made.emplace_back(small_corpus(1, 1), 1);
        for (const std::size_t documents : {9u, 60u})
            for (const std::size_t most : {documents, documents / 2 + 3, documents / 4})
                made.emplace_back(small_corpus(2, documents), most);
        return made;
    }();
    return corpora;
}

const IndexedCorpus& any_corpus() {
    return indexed_corpora()[*rc::gen::inRange<std::size_t>(0, indexed_corpora().size())];
}

Query any_query() {
    Query query;
    for (int count = *rc::gen::inRange(0, 5); count > 0; --count) query.clauses.push_back(any_clause());
    return query;
}

SearchRequest any_filters(const IndexSnapshot& snapshot) {
    SearchRequest request;
    for (std::size_t column = 0; column < facet_count; ++column) {
        request.facets.push_back(facet_field(column).id);
        const auto& values = snapshot.facet(column).values;
        const int count = values.empty() ? 0 : *rc::gen::weightedElement<int>({{24, 0}, {1, 1}, {1, 2}});
        for (int i = 0; i < count; ++i)
            request.filters[column].push_back(values[*rc::gen::inRange<std::size_t>(0, values.size())].code);
    }
    if (*rc::gen::weightedElement<bool>({{6, false}, {1, true}}))
        request.filter(FieldId::theme).push_back("nobody has this");
    if (*rc::gen::weightedElement<bool>({{3, false}, {1, true}})) request.year_from = *rc::gen::inRange(2008, 2019);
    if (*rc::gen::weightedElement<bool>({{3, false}, {1, true}})) request.year_until = *rc::gen::inRange(2008, 2019);
    return request;
}

PlainAnswer plain_answer(const std::vector<IndexDocument>& documents, const Query& query,
                         const Settings::Search& settings) {
    const PlainScorer scorer(documents, settings);
    const auto wanted = query.wanted();
    std::vector<std::size_t> found(documents.size());
    std::vector<double> scores(documents.size());
    std::vector<bool> excluded(documents.size());
    for (std::size_t d = 0; d < documents.size(); ++d) {
        for (const QueryClause* clause : wanted) {
            const double score = scorer.score(*clause, documents[d]);
            found[d] += score > 0 ? 1 : 0;
            scores[d] += score;
        }
        for (const QueryClause* clause : query.unwanted())
            excluded[d] = excluded[d] || scorer.has(clause->alternatives.front(), documents[d]);
    }
    const auto matching = [&](std::size_t least) {
        std::size_t count = 0;
        for (std::size_t d = 0; d < documents.size(); ++d) count += !excluded[d] && found[d] >= least ? 1u : 0u;
        return count;
    };
    const std::size_t any = std::min<std::size_t>(wanted.size(), 1);
    PlainAnswer answer;
    answer.all_words = matching(wanted.size()) >= static_cast<std::size_t>(settings.minimum_all_words) ||
                       matching(wanted.size()) == matching(any);
    const std::size_t least = answer.all_words ? wanted.size() : any;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        const double share = wanted.empty() ? 1.0 : static_cast<double>(found[d]) / static_cast<double>(wanted.size());
        const double score = scores[d] * std::pow(share, settings.share_exponent);
        answer.scores.push_back(!excluded[d] && found[d] >= least ? std::optional(score) : std::nullopt);
    }
    return answer;
}

}  // namespace schakel
