#include "searchd/sru/cql_parser.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "searchd/sru/cql_lexer.hpp"

namespace schakel {

namespace {

using Kind = CqlTokenKind;

constexpr std::array<std::pair<std::string_view, CqlJoint>, 4> joints{
    {{"and", CqlJoint::all}, {"or", CqlJoint::any}, {"not", CqlJoint::without}, {"prox", CqlJoint::near}}};

/// Recursion is bounded by `deepest_cql_brackets`.
class CqlParser {
public:
    CqlParser(std::string_view query, std::vector<CqlToken> tokens) : query_(query), tokens_(std::move(tokens)) {}

    Diagnosed<CqlQuery> parse();

private:
    Diagnosed<CqlNode> parse_scope();
    Diagnosed<std::vector<CqlPrefix>> parse_prefixes();
    Diagnosed<CqlPrefix> parse_prefix();
    Diagnosed<CqlNode> parse_joined();
    Diagnosed<CqlNode> parse_operand();
    Diagnosed<CqlNode> parse_group();
    Diagnosed<CqlClause> parse_clause();
    Diagnosed<std::vector<CqlModifier>> parse_modifiers();
    Diagnosed<CqlModifier> parse_modifier();
    Diagnosed<std::vector<CqlSortKey>> parse_sort();

    const CqlToken& token() const { return tokens_[at_]; }
    bool is_at(Kind kind) const { return token().kind == kind; }
    bool is_at_name() const { return is_at(Kind::quoted) || (is_at(Kind::word) && !is_cql_keyword(token().text)); }
    bool is_at_term() const { return is_at(Kind::quoted) || is_at(Kind::word); }
    bool is_at_sort() const { return is_at(Kind::word) && is_same_name(token().text, "sortby"); }
    bool is_at_relation() const { return is_at(Kind::comparison) || (is_at_name() && !token().text.empty()); }
    std::optional<CqlJoint> joint_here() const;
    std::string take() { return std::string(tokens_[at_++].text); }
    tl::unexpected<Diagnostic> error(Text message) const {
        return cql_syntax_error(query_, token().at, std::move(message));
    }

    std::string_view query_;
    std::vector<CqlToken> tokens_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

Diagnosed<CqlQuery> CqlParser::parse() {
    auto root = parse_scope();
    if (!root) return tl::unexpected(root.error());
    auto sort = parse_sort();
    if (!sort) return tl::unexpected(sort.error());
    if (!is_at(Kind::end))
        return error({"Hier hoort and, or, not, sortBy of het einde van de vraag.",
                      "This should be and, or, not, sortBy or the end of the query."});
    return CqlQuery{std::move(*root), std::move(*sort)};
}

Diagnosed<CqlNode> CqlParser::parse_scope() {
    auto prefixes = parse_prefixes();
    if (!prefixes) return tl::unexpected(prefixes.error());
    auto node = parse_joined();
    if (!node) return node;
    node->prefixes.insert(node->prefixes.begin(), std::make_move_iterator(prefixes->begin()),
                          std::make_move_iterator(prefixes->end()));
    return node;
}

Diagnosed<std::vector<CqlPrefix>> CqlParser::parse_prefixes() {
    std::vector<CqlPrefix> prefixes;
    while (is_at(Kind::comparison) && token().text == ">") {
        auto prefix = parse_prefix();
        if (!prefix) return tl::unexpected(prefix.error());
        prefixes.push_back(std::move(*prefix));
    }
    return prefixes;
}

Diagnosed<CqlPrefix> CqlParser::parse_prefix() {
    ++at_;
    const auto no_name = [&] {
        return error({"Achter > hoort een voorvoegsel met het adres van een context set.",
                      "A prefix with the identifier of a context set should follow >."});
    };
    if (!is_at_name()) return no_name();
    std::string first = take();
    if (!is_at(Kind::comparison) || token().text != "=") return CqlPrefix{"", std::move(first)};
    ++at_;
    if (!is_at_name() || first.empty()) return no_name();
    return CqlPrefix{std::move(first), take()};
}

std::optional<CqlJoint> CqlParser::joint_here() const {
    if (is_at(Kind::word))
        for (const auto& [name, joint] : joints)
            if (is_same_name(token().text, name)) return joint;
    return std::nullopt;
}

Diagnosed<CqlNode> CqlParser::parse_joined() {
    auto left = parse_operand();
    while (left) {
        const auto joint = joint_here();
        if (!joint) break;
        ++at_;
        auto modifiers = parse_modifiers();
        if (!modifiers) return tl::unexpected(modifiers.error());
        auto right = parse_operand();
        if (!right) return right;
        CqlNode joined{{}, std::nullopt, *joint, std::move(*modifiers), {}};
        joined.operands.push_back(std::move(*left));
        joined.operands.push_back(std::move(*right));
        left = std::move(joined);
    }
    return left;
}

Diagnosed<CqlNode> CqlParser::parse_operand() {
    if (is_at(Kind::open)) return parse_group();
    auto clause = parse_clause();
    if (!clause) return tl::unexpected(clause.error());
    CqlNode node;
    node.clause = std::move(*clause);
    return node;
}

Diagnosed<CqlNode> CqlParser::parse_group() {
    if (depth_ == deepest_cql_brackets)
        return refuse(DiagnosticCode::unsupported_nesting, fmt::format("{}", deepest_cql_brackets));
    ++depth_;
    ++at_;
    auto group = parse_scope();
    if (!group) return group;
    if (!is_at(Kind::close)) return error({"Hier hoort een haakje sluiten.", "A closing bracket should be here."});
    ++at_;
    --depth_;
    return group;
}

/// What stands in front is an index when a relation follows, else a term.
Diagnosed<CqlClause> CqlParser::parse_clause() {
    if (!is_at_name()) return error({"Hier hoort een zoekterm of een index.", "A term or an index should be here."});
    CqlClause clause;
    clause.term = take();
    if (!is_at_relation()) return clause;
    clause.index = std::move(clause.term);
    if (clause.index.empty())
        return error({"Voor een relatie hoort een index.", "An index should stand before a relation."});
    clause.relation = take();
    auto modifiers = parse_modifiers();
    if (!modifiers) return tl::unexpected(modifiers.error());
    clause.modifiers = std::move(*modifiers);
    if (!is_at_term())
        return error({"Achter een index en een relatie hoort een zoekterm; zet meer woorden tussen aanhalingstekens.",
                      "A term should follow an index and a relation; put several words in quotation marks."});
    clause.term = take();
    return clause;
}

Diagnosed<std::vector<CqlModifier>> CqlParser::parse_modifiers() {
    std::vector<CqlModifier> modifiers;
    while (is_at(Kind::slash)) {
        ++at_;
        auto modifier = parse_modifier();
        if (!modifier) return tl::unexpected(modifier.error());
        modifiers.push_back(std::move(*modifier));
    }
    return modifiers;
}

Diagnosed<CqlModifier> CqlParser::parse_modifier() {
    if (!is_at_name() || token().text.empty())
        return error({"Achter / hoort een bepaling.", "A modifier should follow /."});
    CqlModifier modifier{take(), "", ""};
    if (!is_at(Kind::comparison)) return modifier;
    modifier.comparison = take();
    if (!is_at_name()) return error({"Deze bepaling heeft geen waarde.", "This modifier has no value."});
    modifier.value = take();
    return modifier;
}

Diagnosed<std::vector<CqlSortKey>> CqlParser::parse_sort() {
    std::vector<CqlSortKey> keys;
    if (!is_at_sort()) return keys;
    ++at_;
    do {
        if (!is_at_name() || token().text.empty())
            return error({"Achter sortBy hoort een index.", "An index should follow sortBy."});
        std::string index = take();
        auto modifiers = parse_modifiers();
        if (!modifiers) return tl::unexpected(modifiers.error());
        keys.push_back({std::move(index), std::move(*modifiers)});
    } while (!is_at(Kind::end));
    return keys;
}

}  // namespace

Diagnosed<CqlQuery> parse_cql(std::string_view query) {
    if (query.size() > longest_cql) return refuse(DiagnosticCode::query_too_long, fmt::format("{}", longest_cql));
    auto tokens = lex_cql(query);
    if (!tokens) return tl::unexpected(tokens.error());
    return CqlParser(query, std::move(*tokens)).parse();
}

}  // namespace schakel
