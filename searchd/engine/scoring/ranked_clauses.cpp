#include "searchd/engine/scoring/ranked_clauses.hpp"

#include <algorithm>

namespace schakel {

namespace {

void mark_ranked(const Condition& condition, bool denied, std::vector<bool>& ranked) {
    if (condition.kind == Condition::Kind::clause) {
        if (!denied && condition.clause < ranked.size()) ranked[condition.clause] = true;
        return;
    }
    const bool deny = denied != (condition.kind == Condition::Kind::none);
    for (const Condition& operand : condition.operands) mark_ranked(operand, deny, ranked);
}

std::vector<const QueryClause*> clauses_of(const Query& query) {
    if (!query.condition) return query.wanted();
    std::vector<bool> ranked(query.clauses.size());
    mark_ranked(*query.condition, false, ranked);
    std::vector<const QueryClause*> clauses;
    for (std::size_t i = 0; i < ranked.size(); ++i)
        if (ranked[i]) clauses.push_back(&query.clauses[i]);
    return clauses;
}

}  // namespace

std::vector<const QueryClause*> ranked_clauses(const Query& query) {
    std::vector<const QueryClause*> clauses = clauses_of(query);
    std::erase_if(clauses, [](const QueryClause* clause) { return clause->values.has_value(); });
    return clauses;
}

}  // namespace schakel
