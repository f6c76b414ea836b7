#pragma once

#include <string>

#include "searchd/query/query.hpp"

namespace schakel {

/// The clause with this number.
Condition clause_condition(std::size_t number);

/// Whether it asks for nothing: it has no operands.
bool is_empty(const Condition& condition);

/// Adds an operand: those of an operand of the same kind one by one, each clause once, and nothing for an empty one.
void add_operand(Condition& condition, Condition operand);

/// Not `condition`.
Condition negation(Condition condition);

/// Without the stop words, unless there is nothing else to ask for, and without a level of one operand.
Condition simplified(Condition condition, const std::vector<QueryClause>& clauses);

/// `(wijkteam OF buurtteam) EN NIET jeugd`.
std::string to_text(const Condition& condition, const std::vector<QueryClause>& clauses);

}  // namespace schakel
