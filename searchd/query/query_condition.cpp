#include "searchd/query/query_condition.hpp"

#include <algorithm>

namespace schakel {

namespace {

using Kind = Condition::Kind;

bool is_stop_word(const Condition& condition, const std::vector<QueryClause>& clauses) {
    return condition.kind == Kind::clause && clauses[condition.clause].stop;
}

bool is_same_clause(const Condition& left, const Condition& right) {
    return left.kind == Kind::clause && right.kind == Kind::clause && left.clause == right.clause;
}

void add_once(std::vector<Condition>& operands, Condition operand) {
    const bool known =
        std::any_of(operands.begin(), operands.end(), [&](const Condition& o) { return is_same_clause(o, operand); });
    if (!known) operands.push_back(std::move(operand));
}

std::string joined_operands(const Condition& condition, std::string_view joint,
                            const std::vector<QueryClause>& clauses) {
    std::string text;
    for (const Condition& operand : condition.operands) {
        const bool in_brackets = operand.kind == Kind::all || operand.kind == Kind::any;
        const std::string spelled = to_text(operand, clauses);
        if (!text.empty()) text += joint;
        text += in_brackets ? '(' + spelled + ')' : spelled;
    }
    return text;
}

}  // namespace

Condition clause_condition(std::size_t number) { return {Kind::clause, number, {}}; }

bool is_empty(const Condition& condition) { return condition.kind != Kind::clause && condition.operands.empty(); }

void add_operand(Condition& condition, Condition operand) {
    if (is_empty(operand)) return;
    if (operand.kind != condition.kind) return add_once(condition.operands, std::move(operand));
    for (Condition& inner : operand.operands) add_once(condition.operands, std::move(inner));
}

Condition negation(Condition condition) {
    if (is_empty(condition)) return condition;
    if (condition.kind == Kind::none && condition.operands.size() == 1) {
        Condition only = std::move(condition.operands.front());
        return only;
    }
    if (condition.kind == Kind::any) return {Kind::none, 0, std::move(condition.operands)};
    if (condition.kind == Kind::none) return {Kind::any, 0, std::move(condition.operands)};
    return {Kind::none, 0, {std::move(condition)}};
}

Condition simplified(Condition condition, const std::vector<QueryClause>& clauses) {
    std::vector<Condition>& operands = condition.operands;
    const auto is_stop = [&](const Condition& operand) { return is_stop_word(operand, clauses); };
    const bool has_others = std::any_of(operands.begin(), operands.end(), [&](const Condition& operand) {
        return !is_stop(operand) && operand.kind != Kind::none;
    });
    if (has_others) std::erase_if(operands, is_stop);
    if (operands.size() != 1) return condition;
    Condition only = std::move(operands.front());
    return only;
}

std::string to_text(const Condition& condition, const std::vector<QueryClause>& clauses) {
    switch (condition.kind) {
        case Kind::clause: return spelled(clauses[condition.clause]);
        case Kind::all: return joined_operands(condition, " EN ", clauses);
        case Kind::any: return joined_operands(condition, " OF ", clauses);
        case Kind::none: break;
    }
    const std::string text = joined_operands(condition, " OF ", clauses);
    return condition.operands.size() > 1 ? "NIET (" + text + ')' : "NIET " + text;
}

}  // namespace schakel
