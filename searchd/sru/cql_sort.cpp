#include "searchd/sru/cql_sort.hpp"

#include <optional>
#include <string_view>

#include "searchd/sru/cql_index.hpp"

namespace schakel {

namespace {

std::string_view without_set(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

std::optional<SortOrder> order_by(const CqlIndex& index) {
    if (index.kind == CqlIndexKind::year) return SortOrder::date;
    if (index.kind == CqlIndexKind::text && index.field.field->id == FieldId::title) return SortOrder::title;
    return std::nullopt;
}

bool is_relevance(std::string_view index) {
    const std::string_view name = without_set(index);
    return is_same_name(name, "relevance") || is_same_name(name, "relevantie");
}

/// Dates are only put newest first, and titles from A to Z.
Diagnosed<void> check(const CqlModifier& modifier, SortOrder order) {
    const std::string_view name = without_set(modifier.name);
    const bool up = is_same_name(name, "ascending");
    const bool down = is_same_name(name, "descending");
    if (up || down) {
        if (up == (order == SortOrder::title)) return {};
        return refuse(DiagnosticCode::unsupported_sort_direction, modifier.name);
    }
    if (is_same_name(name, "ignoreCase") || is_same_name(name, "ignoreAccents")) return {};
    if (is_same_name(name, "respectCase")) return refuse(DiagnosticCode::unsupported_sort_case, modifier.name);
    if (is_same_name(name.substr(0, 7), "missing"))
        return refuse(DiagnosticCode::unsupported_missing_values, modifier.name);
    return refuse(DiagnosticCode::unsupported_sort, modifier.name);
}

}  // namespace

Diagnosed<SortOrder> sort_order_of(const std::vector<CqlSortKey>& keys, std::span<const CqlPrefix> prefixes) {
    if (keys.empty()) return SortOrder::relevance;
    if (keys.size() > 1) return refuse(DiagnosticCode::too_many_sort_keys, keys.back().index);
    const CqlSortKey& key = keys.front();
    std::optional<SortOrder> order;
    if (is_relevance(key.index)) {
        order = SortOrder::relevance;
    } else {
        const auto index = find_cql_index(key.index, prefixes);
        if (!index) return tl::unexpected(index.error());
        order = order_by(*index);
    }
    if (!order) return refuse(DiagnosticCode::unsupported_sort, key.index);
    for (const CqlModifier& modifier : key.modifiers)
        if (const auto fits = check(modifier, *order); !fits) return tl::unexpected(fits.error());
    return *order;
}

}  // namespace schakel
