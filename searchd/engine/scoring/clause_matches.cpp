#include "searchd/engine/scoring/clause_matches.hpp"

#include <algorithm>
#include <charconv>

#include "searchd/engine/scoring/ranked_clauses.hpp"

namespace schakel {

namespace {

bool is_in_range(const std::string& code, const ValueCondition& condition) {
    int year = 0;
    const auto read = std::from_chars(code.data(), code.data() + code.size(), year);
    return read.ec == std::errc() && year >= condition.from.value_or(year) && year <= condition.until.value_or(year);
}

/// By ordinal of the column.
std::vector<bool> wanted_values(const IndexSnapshot& snapshot, std::size_t column, const ValueCondition& condition) {
    const auto& values = snapshot.facet(column).values;
    std::vector<bool> wanted(values.size());
    if (condition.from || condition.until)
        for (std::size_t i = 0; i < values.size(); ++i) wanted[i] = is_in_range(values[i].code, condition);
    for (const std::string& code : condition.codes)
        if (const auto ordinal = snapshot.ordinal(column, code)) wanted[*ordinal] = true;
    return wanted;
}

/// By number of the set: 1 when one of its values is wanted.
std::vector<std::uint8_t> wanted_sets(const FacetColumn& column, const std::vector<bool>& wanted_values) {
    std::vector<std::uint8_t> wanted(column.sets());
    for (std::size_t set = 0; set < column.sets(); ++set) {
        const auto values = column.set(set);
        wanted[set] =
            std::any_of(values.begin(), values.end(), [&](Ordinal ordinal) { return wanted_values[ordinal]; });
    }
    return wanted;
}

Result<void> add_hits(DocumentSet& documents, const QueryClause& clause, const Alternative& alternative,
                      AlternativeHits& hits) {
    const auto found = hits.all(alternative, clause.text_field);
    if (!found) return tl::unexpected(found.error());
    for (const Hit& hit : **found) documents.insert(hit.document);
    return {};
}

}  // namespace

/// Documents share sets of values, so every set is looked at once and a document only by the number of its set.
DocumentSet value_matches(const IndexSnapshot& snapshot, const ValueCondition& condition) {
    const auto column = static_cast<std::size_t>(field(condition.facet).column);
    const FacetColumn& own = snapshot.facet(column);
    const std::vector<std::uint8_t> wanted = wanted_sets(own, wanted_values(snapshot, column, condition));
    DocumentSet documents(snapshot.documents());
    own.set_of.visit([&](const auto& sets) {
        for (std::size_t document = 0; document < sets.size(); ++document)
            if (wanted[sets[document]] != 0) documents.insert(static_cast<DocumentId>(document));
    });
    return documents;
}

Result<DocumentSet> clause_matches(const IndexSnapshot& snapshot, const QueryClause& clause, AlternativeHits& hits) {
    if (clause.values) return value_matches(snapshot, *clause.values);
    DocumentSet documents(snapshot.documents());
    for (const Alternative& alternative : clause.alternatives) {
        if (is_bonus(clause, alternative)) continue;
        if (auto added = add_hits(documents, clause, alternative, hits); !added) return tl::unexpected(added.error());
    }
    return documents;
}

Result<DocumentSet> typed_matches(const IndexSnapshot& snapshot, const QueryClause& clause, AlternativeHits& hits) {
    if (clause.values) return value_matches(snapshot, *clause.values);
    DocumentSet documents(snapshot.documents());
    if (clause.alternatives.empty()) return documents;
    if (auto added = add_hits(documents, clause, clause.alternatives.front(), hits); !added)
        return tl::unexpected(added.error());
    return documents;
}

Result<DocumentSet> condition_matches(const IndexSnapshot& snapshot, const Condition& condition, const Query& query,
                                      AlternativeHits& hits) {
    if (condition.kind == Condition::Kind::clause)
        return clause_matches(snapshot, query.clauses.at(condition.clause), hits);
    DocumentSet documents(snapshot.documents());
    if (condition.kind == Condition::Kind::all) documents.fill();
    for (const Condition& operand : condition.operands) {
        const auto own = condition_matches(snapshot, operand, query, hits);
        if (!own) return own;
        if (condition.kind == Condition::Kind::all)
            documents.keep(*own);
        else
            documents.add(*own);
    }
    if (condition.kind == Condition::Kind::none) documents.invert();
    return documents;
}

}  // namespace schakel
