#pragma once

#include <optional>
#include <span>
#include <string>

#include "searchd/sru/cql_index.hpp"
#include "searchd/sru/cql_search.hpp"

namespace schakel {

/// What one clause asks for.
struct ClauseMeaning {
    TypedPart part;
    std::optional<std::string> identifier;  // the product with this id; then `part` says nothing
    bool masked = false;
};

/// Looks up index, relation and modifiers of a clause, and reads its term. `prefixes` are in force there. Diagnostics: what is
/// not supported, and those of the term. Pure; safe from any thread.
Diagnosed<ClauseMeaning> meaning_of(const CqlClause& clause, std::span<const CqlPrefix> prefixes,
                                    const CqlSurroundings& surroundings);

}  // namespace schakel
