#include "tests/searchd/engine/small_corpus.hpp"

#include <algorithm>
#include <random>

#include <fmt/format.h>
#include <rapidcheck.h>

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

/// What a pattern stands for.
Alternative any_of_words() {
    Alternative alternative{{}, Arrangement::any, Reason::pattern, 1, ""};
    for (int count = *rc::gen::inRange(1, 5); count > 0; --count) {
        const QueryTerm term{any_word(), 0};
        if (std::find(alternative.terms.begin(), alternative.terms.end(), term) == alternative.terms.end())
            alternative.terms.push_back(term);
    }
    return alternative;
}

QueryClause value_clause() {
    QueryClause clause;
    clause.values.emplace();
    if (*rc::gen::arbitrary<bool>()) {
        clause.values->facet = FieldId::year;
        clause.values->from = *rc::gen::inRange(2009, 2018);
        clause.values->until = *clause.values->from + *rc::gen::inRange(0, 6);
    } else {
        using Codes = std::vector<std::string>;
        clause.values->codes = *rc::gen::element(Codes{"a"}, Codes{"b", "c"}, Codes{"nobody has this"});
    }
    return clause;
}

QueryClause any_clause() {
    QueryClause clause;
    const bool filed = *rc::gen::weightedElement<bool>({{9, false}, {1, true}});
    if (filed) {
        clause = value_clause();
    } else {
        const bool pattern = *rc::gen::weightedElement<bool>({{6, false}, {1, true}});
        clause.alternatives.push_back(pattern ? any_of_words() : any_alternative());
        for (int count = *rc::gen::inRange(0, 3); count > 0; --count)
            clause.alternatives.push_back(other_alternative());
        if (*rc::gen::weightedElement<bool>({{5, false}, {1, true}}))
            clause.text_field = *rc::gen::element(FieldId::title, FieldId::body, FieldId::names);
    }
    clause.excluded = *rc::gen::weightedElement<bool>({{5, false}, {1, true}});
    return clause;
}

Condition any_condition(std::size_t clauses, int depth) {
    Condition condition;
    condition.clause = *rc::gen::inRange<std::size_t>(0, clauses);
    if (depth == 0) return condition;
    condition.kind =
        *rc::gen::element(Condition::Kind::clause, Condition::Kind::all, Condition::Kind::any, Condition::Kind::none);
    if (condition.kind == Condition::Kind::clause) return condition;
    for (int count = *rc::gen::inRange(0, 4); count > 0; --count)
        condition.operands.push_back(any_condition(clauses, depth - 1));
    return condition;
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
    if (!query.clauses.empty() && *rc::gen::weightedElement<bool>({{3, false}, {1, true}}))
        query.condition = any_condition(query.clauses.size(), 2);
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

}  // namespace schakel
