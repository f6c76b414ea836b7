#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// A query in CQL, the Contextual Query Language (OASIS searchRetrieve, part 5; version 1.2 of the Library of Congress), as it
/// was written: no index, relation or modifier has been looked up. Plain values.

/// `/cql.stem` or `/distance<5`.
struct CqlModifier {
    std::string name;
    std::string comparison;  // empty = the modifier has no value
    std::string value;
};

/// `dc.title any/relevant "wijk team"`.
struct CqlClause {
    std::string index;                   // "dc.title"; empty = none given
    std::string relation;                // "any", ">="; empty = none given
    std::vector<CqlModifier> modifiers;  // of the relation
    std::string term;                    // without quotation marks, with its backslashes
};

/// `> dc = "info:srw/context-set/1/dc-v1.1"`: what a prefix stands for in the part behind it.
struct CqlPrefix {
    std::string name;  // empty = for names without a prefix
    std::string identifier;
};

enum class CqlJoint { all, any, without, near };  // and, or, not, prox

/// A clause, or two parts that are joined.
struct CqlNode {
    std::vector<CqlPrefix> prefixes;
    std::optional<CqlClause> clause;     // absent = joined operands
    CqlJoint joint = CqlJoint::all;      // of the operands
    std::vector<CqlModifier> modifiers;  // of the joint
    std::vector<CqlNode> operands;       // two; none for a clause
};

/// `dc.date/sort.descending`.
struct CqlSortKey {
    std::string index;
    std::vector<CqlModifier> modifiers;
};

struct CqlQuery {
    CqlNode root;
    std::vector<CqlSortKey> sort;
};

/// CQL that reads back as the same: every term in quotation marks, other names where they must be, brackets around what is joined
/// within what is joined.
std::string to_text(const CqlNode& node);
std::string to_text(const CqlQuery& query);

/// and, or, not, prox, sortBy: words that are something else without quotation marks.
bool is_cql_keyword(std::string_view word);

/// Whether two names are the same to CQL, which does not tell capitals apart (of ASCII).
bool is_same_name(std::string_view left, std::string_view right);

}  // namespace schakel
