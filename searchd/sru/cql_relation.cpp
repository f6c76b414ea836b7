#include "searchd/sru/cql_relation.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace schakel {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> relations{{{"", "="},
                                                                                   {"=", "="},
                                                                                   {"scr", "="},
                                                                                   {"==", "=="},
                                                                                   {"exact", "=="},
                                                                                   {"all", "all"},
                                                                                   {"any", "any"},
                                                                                   {"adj", "adj"},
                                                                                   {"<", "<"},
                                                                                   {"<=", "<="},
                                                                                   {">", ">"},
                                                                                   {">=", ">="},
                                                                                   {"<>", "<>"},
                                                                                   {"within", "within"}}};

/// What they ask for is what happens: words in all their forms, without regard to capitals and accents, best first.
constexpr std::array<std::string_view, 10> obeyed{"relevant", "word",   "stem",   "ignoreCase", "ignoreAccents",
                                                  "masked",   "string", "number", "isoDate",    "uri"};

std::string_view without_set(std::string_view name) {
    constexpr std::string_view set = "cql.";
    return name.size() > set.size() && is_same_name(name.substr(0, set.size()), set) ? name.substr(set.size()) : name;
}

std::optional<std::string_view> known_relation(std::string_view written) {
    for (const auto& [name, meaning] : relations)
        if (is_same_name(name, without_set(written))) return meaning;
    return std::nullopt;
}

bool is_obeyed(const CqlModifier& modifier) {
    return modifier.comparison.empty() && std::any_of(obeyed.begin(), obeyed.end(), [&](std::string_view name) {
               return is_same_name(name, without_set(modifier.name));
           });
}

bool is_unmasked(const CqlModifier& modifier) {
    return modifier.comparison.empty() && is_same_name(without_set(modifier.name), "unmasked");
}

}  // namespace

Diagnosed<CqlRelation> relation_of(const CqlClause& clause) {
    const auto known = known_relation(clause.relation);
    if (!known) return refuse(DiagnosticCode::unsupported_relation, clause.relation);
    CqlRelation relation{std::string(*known), Masking::masked};
    for (const CqlModifier& modifier : clause.modifiers) {
        if (is_unmasked(modifier))
            relation.masking = Masking::unmasked;
        else if (!is_obeyed(modifier))
            return refuse(DiagnosticCode::unsupported_relation_modifier, modifier.name);
    }
    return relation;
}

}  // namespace schakel
