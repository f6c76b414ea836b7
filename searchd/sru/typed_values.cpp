#include "searchd/sru/typed_values.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "searchd/query/value_resolution.hpp"
#include "searchd/sru/cql_term.hpp"

namespace schakel {

namespace {

constexpr int first_year = 1000;
constexpr int last_year = 9999;

TypedPart filed_under(const ValueCondition& condition) {
    const std::string_view name = field(condition.facet).name;
    std::string text;
    for (const std::string& code : condition.codes)
        text += fmt::format("{}{}:\"{}\"", text.empty() ? "" : " OF ", name, code);
    if (condition.codes.size() > 1) return single_part('(' + text + ')', 1);
    return single_part(std::move(text), 0);
}

/// A name that no authority file has, as far as products have it.
std::optional<std::string> indexed_name(std::string_view value, const Field& facet, const IndexSnapshot& snapshot) {
    if (facet.values != FieldValues::names) return std::nullopt;
    const auto column = static_cast<std::size_t>(facet.column);
    std::string code = slug(value);
    if (!snapshot.ordinal(column, code)) return std::nullopt;
    return code;
}

std::optional<int> year_of(std::string_view text) {
    int year = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
    const bool whole = failure == std::errc{} && end == text.data() + text.size() && text.size() == 4;
    return whole && year >= first_year ? std::optional(year) : std::nullopt;
}

struct Years {
    int from = first_year;
    int until = last_year;
};

std::optional<Years> compared_with(int year, std::string_view relation) {
    if (relation == "=" || relation == "==") return Years{year, year};
    if (relation == "<") return Years{first_year, year - 1};
    if (relation == "<=") return Years{first_year, year};
    if (relation == ">") return Years{year + 1, last_year};
    if (relation == ">=") return Years{year, last_year};
    return std::nullopt;
}

TypedPart within(const Years& years) {
    if (years.from > years.until) return nothing_at_all();
    return single_part(fmt::format("jaar:\"{}..{}\"", years.from, years.until), 0);
}

}  // namespace

TypedPart typed_value(std::string_view value, const SearchField& field, const Installation& installation,
                      const IndexSnapshot& snapshot) {
    std::string named(field.region_scheme);
    if (!named.empty()) named += ' ';
    named += value;
    if (const auto known = resolve_value(*field.field, named, installation)) return filed_under(known->condition);
    const auto code = indexed_name(value, *field.field, snapshot);
    if (!code) return nothing_at_all();
    TypedPart part;
    part.filters.push_back({field.field->id, *code});
    return part;
}

Diagnosed<TypedPart> typed_years(std::string_view value, std::string_view relation) {
    const std::vector<std::string_view> written = words_of(value);
    if (written.size() != (relation == "within" ? 2 : 1))
        return refuse(DiagnosticCode::invalid_term, std::string(value),
                      {"Schrijf één jaar, en bij within twee: \"2015 2018\".",
                       "Write one year, and two with within: \"2015 2018\"."});
    const auto first = year_of(written.front());
    const auto last = year_of(written.back());
    if (!first || !last)
        return refuse(DiagnosticCode::invalid_term, std::string(value),
                      {"Schrijf een jaar met vier cijfers: 2015.", "Write a year in four digits: 2015."});
    if (relation == "within") return within({std::min(*first, *last), std::max(*first, *last)});
    const auto years = compared_with(*first, relation);
    if (!years) return refuse(DiagnosticCode::unsupported_relation_for_index, std::string(relation));
    return within(*years);
}

}  // namespace schakel
