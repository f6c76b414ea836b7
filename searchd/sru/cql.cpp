#include "searchd/sru/cql.hpp"

#include <algorithm>
#include <array>

namespace schakel {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::array<std::string_view, 5> keywords{"and", "or", "not", "prox", "sortby"};

/// As a string that may hold anything; `text` has backslashes before the quotation marks in it.
std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

/// In quotation marks only when it would be read as something else without them.
std::string name_text(std::string_view name) {
    const bool plain = name.find_first_of(" \t\r\n()=<>\"/\\") == std::string_view::npos;
    return plain && !is_cql_keyword(name) ? std::string(name) : in_quotes(name);
}

std::string to_text(const std::vector<CqlModifier>& modifiers) {
    std::string text;
    for (const CqlModifier& modifier : modifiers) {
        text += '/' + name_text(modifier.name);
        if (!modifier.comparison.empty()) text += modifier.comparison + name_text(modifier.value);
    }
    return text;
}

bool is_symbol(std::string_view relation) { return relation.find_first_not_of("<>=") == std::string_view::npos; }

std::string to_text(const CqlClause& clause) {
    if (clause.relation.empty()) return in_quotes(clause.term);
    const std::string relation = is_symbol(clause.relation) ? clause.relation : name_text(clause.relation);
    return name_text(clause.index) + ' ' + relation + to_text(clause.modifiers) + ' ' + in_quotes(clause.term);
}

std::string to_text(const std::vector<CqlPrefix>& prefixes) {
    std::string text;
    for (const CqlPrefix& prefix : prefixes)
        text +=
            (prefix.name.empty() ? "> " : "> " + name_text(prefix.name) + " = ") + in_quotes(prefix.identifier) + ' ';
    return text;
}

std::string_view name_of(CqlJoint joint) {
    switch (joint) {
        case CqlJoint::all: return "and";
        case CqlJoint::any: return "or";
        case CqlJoint::without: return "not";
        case CqlJoint::near: break;
    }
    return "prox";
}

/// The left side may stand without brackets, because CQL reads from the left; what has prefixes may not.
std::string operand_text(const CqlNode& operand, bool first) {
    const bool alone = operand.clause.has_value() || first;
    const std::string text = to_text(operand);
    return alone && operand.prefixes.empty() ? text : '(' + text + ')';
}

}  // namespace

std::string to_text(const CqlNode& node) {
    std::string text = to_text(node.prefixes);
    if (node.clause) return text + to_text(*node.clause);
    text += operand_text(node.operands.front(), true);
    text += ' ';
    text += name_of(node.joint);
    return text + to_text(node.modifiers) + ' ' + operand_text(node.operands.back(), false);
}

std::string to_text(const CqlQuery& query) {
    std::string text = to_text(query.root);
    if (query.sort.empty()) return text;
    text += " sortBy";
    for (const CqlSortKey& key : query.sort) text += ' ' + name_text(key.index) + to_text(key.modifiers);
    return text;
}

bool is_cql_keyword(std::string_view word) {
    return std::any_of(keywords.begin(), keywords.end(),
                       [&](std::string_view keyword) { return is_same_name(word, keyword); });
}

bool is_same_name(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace schakel
