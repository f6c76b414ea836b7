#include "searchd/sru/cql_search.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "searchd/query/lexeme_repair.hpp"
#include "searchd/query/typed_text.hpp"
#include "searchd/sru/cql_clause.hpp"
#include "searchd/sru/cql_sort.hpp"
#include "searchd/sru/cql_term.hpp"

namespace schakel {

namespace {

/// Walks the tree; it is no deeper than a query has words, and the parser bounds these.
class Translation {
public:
    explicit Translation(const CqlSurroundings& surroundings)
        : surroundings_(surroundings),
          most_words_(static_cast<std::size_t>(surroundings.installation.settings.search.maximum_query_words)) {}

    Diagnosed<CqlSearch> of(const CqlQuery& query);

private:
    Diagnosed<TypedPart> part_of(const CqlNode& node);
    Diagnosed<TypedPart> part_within_scope(const CqlNode& node);
    Diagnosed<TypedPart> part_of_clause(const CqlClause& clause);
    Diagnosed<TypedPart> joined(CqlJoint joint, TypedPart left, TypedPart right) const;
    Diagnosed<CqlSearch> about_one_product(const CqlNode& root) const;
    bool is_about_one_product(const CqlNode& root) const;
    Diagnosed<void> check_size(const TypedPart& part) const;

    const CqlSurroundings& surroundings_;
    std::size_t most_words_;
    std::size_t words_ = 0;  // so far; each may be looked up
    bool masked_ = false;
    std::vector<CqlPrefix> prefixes_;  // in force, the nearest last
};

Diagnosed<CqlSearch> Translation::of(const CqlQuery& query) {
    CqlSearch search;
    const auto sort = sort_order_of(query.sort, query.root.prefixes);
    if (!sort) return tl::unexpected(sort.error());
    if (is_about_one_product(query.root)) return about_one_product(query.root);
    auto part = part_of(query.root);
    if (!part) return tl::unexpected(part.error());
    if (const auto fits = check_size(*part); !fits) return tl::unexpected(fits.error());
    search.part = std::move(*part);
    search.sort = *sort;
    search.masked = masked_;
    return search;
}

Diagnosed<TypedPart> Translation::part_of(const CqlNode& node) {
    const std::size_t before = prefixes_.size();
    prefixes_.insert(prefixes_.end(), node.prefixes.begin(), node.prefixes.end());
    auto part = part_within_scope(node);
    prefixes_.resize(before);
    return part;
}

Diagnosed<TypedPart> Translation::part_within_scope(const CqlNode& node) {
    if (node.clause) return part_of_clause(*node.clause);
    if (node.joint == CqlJoint::near) return refuse(DiagnosticCode::unsupported_proximity, "prox");
    if (!node.modifiers.empty())
        return refuse(DiagnosticCode::unsupported_boolean_modifier, node.modifiers.front().name);
    auto left = part_of(node.operands.front());
    if (!left) return left;
    auto right = part_of(node.operands.back());
    if (!right) return right;
    return joined(node.joint, std::move(*left), std::move(*right));
}

Diagnosed<TypedPart> Translation::joined(CqlJoint joint, TypedPart left, TypedPart right) const {
    switch (joint) {
        case CqlJoint::all: return both_of(std::move(left), std::move(right));
        case CqlJoint::any: return either_of(std::move(left), std::move(right));
        case CqlJoint::without:
        case CqlJoint::near: break;
    }
    return first_without(std::move(left), std::move(right));
}

Diagnosed<TypedPart> Translation::part_of_clause(const CqlClause& clause) {
    words_ += std::max<std::size_t>(words_of(clause.term).size(), 1);
    if (words_ > most_words_) return refuse(DiagnosticCode::too_many_operators, fmt::format("{}", most_words_));
    auto meaning = meaning_of(clause, prefixes_, surroundings_);
    if (!meaning) return tl::unexpected(meaning.error());
    if (meaning->identifier) return refuse(DiagnosticCode::unsupported_combination, clause.index);
    masked_ = masked_ || meaning->masked;
    return std::move(meaning->part);
}

bool Translation::is_about_one_product(const CqlNode& root) const {
    if (!root.clause || root.clause->index.empty()) return false;
    const auto index = find_cql_index(root.clause->index, root.prefixes);
    return index && index->kind == CqlIndexKind::identifier;
}

Diagnosed<CqlSearch> Translation::about_one_product(const CqlNode& root) const {
    auto meaning = meaning_of(*root.clause, root.prefixes, surroundings_);
    if (!meaning) return tl::unexpected(meaning.error());
    CqlSearch search;
    search.identifier = std::move(meaning->identifier);
    return search;
}

/// The search box would leave out what is more.
Diagnosed<void> Translation::check_size(const TypedPart& part) const {
    const auto most = static_cast<std::size_t>(surroundings_.installation.settings.search.maximum_query_characters);
    if (part.depth + 1 > deepest_brackets)
        return refuse(DiagnosticCode::too_many_operators, fmt::format("{}", deepest_brackets));
    const std::string text = strictly(part.text);
    if (first_characters(text, most).size() < text.size())
        return refuse(DiagnosticCode::query_too_long, fmt::format("{}", most));
    return {};
}

}  // namespace

Diagnosed<CqlSearch> search_of(const CqlQuery& query, const CqlSurroundings& surroundings) {
    return Translation(surroundings).of(query);
}

}  // namespace schakel
