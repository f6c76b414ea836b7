#pragma once

#include <string>

#include "searchd/sru/cql.hpp"
#include "searchd/sru/cql_term.hpp"
#include "searchd/sru/diagnostic.hpp"

namespace schakel {

/// A relation that this server knows.
struct CqlRelation {
    std::string name;  // "=", "==", "all", "any", "adj", "<", "<=", ">", ">=", "<>" or "within"
    Masking masking = Masking::masked;
};

/// The relation of a clause; none is "=", scr the same, exact "==". Modifiers that say what is done anyway are fine. Diagnostics:
/// unsupported_relation, unsupported_relation_modifier. Pure.
Diagnosed<CqlRelation> relation_of(const CqlClause& clause);

}  // namespace schakel
