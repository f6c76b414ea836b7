#include "searchd/query/value_resolution.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "searchd/query/query_notices.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_language_code = 3;

tl::unexpected<Error> unknown(std::string_view written, Text hint) {
    return fail(ErrorCode::unknown_value,
                {fmt::format("“{}” bestaat niet", written), fmt::format("“{}” does not exist", written)},
                std::move(hint));
}

std::optional<int> year_of(std::string_view written) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (written.size() != 4 || !std::all_of(written.begin(), written.end(), is_digit)) return std::nullopt;
    int year = 0;
    for (const char digit : written) year = year * 10 + (digit - '0');
    return year >= 1000 ? std::optional(year) : std::nullopt;
}

tl::unexpected<Error> no_year(std::string_view written) {
    return unknown(written, {"schrijf een jaar als 2015, of 2015-2020, 2015.. en ..2020",
                             "write a year as 2015, or 2015-2020, 2015.. and ..2020"});
}

/// `until` before `from` is read the other way around.
ResolvedValue years_between(std::optional<int> from, std::optional<int> until) {
    ResolvedValue years{{FieldId::year, {}, from, until}, std::nullopt};
    if (!from || !until || *from <= *until) return years;
    std::swap(years.condition.from, years.condition.until);
    years.notice = notices::swapped_years(*until, *from);
    return years;
}

Result<ResolvedValue> resolve_years(std::string_view written) {
    if (const auto year = year_of(written)) return years_between(year, year);
    static constexpr std::array<std::string_view, 4> signs{"..", "\u2026", "-", "\u2013"};
    for (const std::string_view sign : signs) {
        const std::size_t at = written.find(sign);
        if (at == std::string_view::npos) continue;
        const std::string_view first = written.substr(0, at);
        const std::string_view last = written.substr(at + sign.size());
        const auto from = year_of(first);
        const auto until = year_of(last);
        if ((from || until) && (from || first.empty()) && (until || last.empty())) return years_between(from, until);
    }
    return no_year(written);
}

void add_code(ValueCondition& condition, const std::string& code) {
    if (std::find(condition.codes.begin(), condition.codes.end(), code) == condition.codes.end())
        condition.codes.push_back(code);
}

Text merged_notice(const Region& region, const std::string& successors) {
    return {fmt::format("De gemeente {} is opgegaan in {}; u ziet ook wat daarover gaat.", region.name, successors),
            fmt::format("The municipality {} has become part of {}; results about that are included.", region.name,
                        successors)};
}

ResolvedValue with_successors(const Region& region, const RegionTable& regions) {
    ResolvedValue found{{FieldId::region, {region.code}, {}, {}}, std::nullopt};
    std::string successors;
    for (const std::string& code : region.successors) {
        add_code(found.condition, code);
        const Region* successor = regions.find(code);
        successors += (successors.empty() ? "" : ", ") + (successor == nullptr ? code : successor->name);
    }
    if (!successors.empty()) found.notice = merged_notice(region, successors);
    return found;
}

bool is_named(const Region& region, const std::string& written_slug) {
    return slug(region.name) == written_slug ||
           std::any_of(region.variants.begin(), region.variants.end(),
                       [&](const std::string& variant) { return slug(variant) == written_slug; });
}

/// All regions in force with that name, of whichever scheme.
ResolvedValue regions_named(std::string_view written, const RegionTable& regions) {
    ResolvedValue found{{FieldId::region, {}, {}, {}}, std::nullopt};
    const std::string written_slug = slug(written);
    std::string names;
    for (const auto& [scheme_code, scheme] : regions.schemes())
        for (const std::string& code : scheme.regions) {
            const Region* region = regions.find(code);
            if (region == nullptr || !is_named(*region, written_slug)) continue;
            add_code(found.condition, code);
            names += fmt::format("{}{} {}", names.empty() ? "" : ", ", scheme.name, region->name);
        }
    found.notice = Text{fmt::format("“{}” is de naam van meer dan één regio; er is gezocht in: {}.", written, names),
                        fmt::format("“{}” is the name of more than one region; searched in: {}.", written, names)};
    return found;
}

Result<ResolvedValue> resolve_region(std::string_view written, const RegionTable& regions) {
    const auto region = regions.resolve(written);
    if (region) return with_successors(**region, regions);
    if (region.error().code != ErrorCode::ambiguous_value) return tl::unexpected(region.error());
    ResolvedValue all = regions_named(written, regions);
    if (all.condition.codes.empty()) return tl::unexpected(region.error());
    return all;
}

Result<ResolvedValue> resolve_concept(const Field& facet, std::string_view written, const Installation& installation) {
    const auto found = installation.vocabularies.at(facet.name).resolve(written);
    if (!found) return tl::unexpected(found.error());
    return ResolvedValue{{facet.id, {(*found)->code}, {}, {}}, std::nullopt};
}

Result<ResolvedValue> resolve_language(std::string_view written) {
    const std::string code = fold(written);
    const bool is_code = code.size() >= 2 && code.size() <= longest_language_code &&
                         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_code)
        return unknown(written, {"schrijf de code van een taal, zoals nl", "write the code of a language, such as nl"});
    return ResolvedValue{{FieldId::language, {code}, {}, {}}, std::nullopt};
}

}  // namespace

Result<ResolvedValue> resolve_value(const Field& facet, std::string_view written, const Installation& installation) {
    if (facet.values == FieldValues::regions) return resolve_region(written, installation.regions);
    if (facet.id == FieldId::year) return resolve_years(written);
    if (facet.id == FieldId::language) return resolve_language(written);
    return resolve_concept(facet, written, installation);
}

}  // namespace schakel
