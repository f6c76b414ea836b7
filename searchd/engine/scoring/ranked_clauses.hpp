#pragma once

#include <vector>

#include "searchd/query/query.hpp"

namespace schakel {

/// The clauses that products are ranked by, in the order typed: the wanted ones; in a query with a condition those that a product
/// may meet it by, so not what stands under NIET. What a product is filed under (`values`) adds nothing to a score.
std::vector<const QueryClause*> ranked_clauses(const Query& query);

/// Whether an alternative is only a bonus for products that have another one of its clause anyway: the form as typed, of a word that
/// is sought in all its forms. It is looked for in the best products only.
inline bool is_bonus(const QueryClause& clause, const Alternative& alternative) {
    return alternative.reason == Reason::exact_form && &alternative != &clause.alternatives.front();
}

}  // namespace schakel
