#include "config/regions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "config/nearest.hpp"

namespace schakel {
namespace {

const std::vector<std::string> no_codes;

/// What follows `prefix` and a hyphen; empty when `text` does not start that way.
std::string_view after(std::string_view prefix, std::string_view text) {
    if (text.size() <= prefix.size() + 1 || !text.starts_with(prefix) || text[prefix.size()] != '-') return {};
    return text.substr(prefix.size() + 1);
}

}  // namespace

const Region* RegionTable::find(std::string_view code) const {
    const auto found = regions_.find(code);
    return found == regions_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& RegionTable::municipalities_of(std::string_view code) const {
    const Region* region = find(code);
    return region ? region->municipalities : no_codes;
}

const std::vector<std::string>& RegionTable::containing(std::string_view code) const {
    const auto found = containing_.find(code);
    return found == containing_.end() ? no_codes : found->second;
}

Result<const Region*> RegionTable::resolve(std::string_view written) const {
    if (const Region* by_code = find(written)) return by_code;
    std::vector<std::string> codes = codes_named(written);
    if (codes.empty()) return unknown(written);
    const auto is_past = [&](const std::string& code) { return !find(code)->valid_until.empty(); };
    if (!std::all_of(codes.begin(), codes.end(), is_past)) std::erase_if(codes, is_past);
    if (codes.size() > 1) return ambiguous(written, codes);
    return find(codes.front());
}

std::vector<std::string> RegionTable::codes_named(std::string_view written) const {
    const std::string written_slug = slug(written);
    if (const auto found = by_name_.find(written_slug); found != by_name_.end()) return found->second;
    std::vector<std::string> codes;
    for (const auto& [scheme_code, scheme] : schemes_)
        for (std::string& code : codes_named_in_scheme(scheme, written_slug))
            if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(std::move(code));
    return codes;
}

std::vector<std::string> RegionTable::codes_named_in_scheme(const RegionScheme& scheme,
                                                            const std::string& written_slug) const {
    std::vector<std::string> codes;
    for (const std::string& prefix : {scheme.code, slug(scheme.name)}) {
        const std::string_view rest = after(prefix, written_slug);
        if (rest.empty()) continue;
        // Some schemes repeat their code in every name: "GGD-regio Twente" is listed as "GGD Twente".
        for (const std::string& name : {std::string(rest), fmt::format("{}-{}", scheme.code, rest)})
            if (const auto found = by_name_.find(name); found != by_name_.end())
                std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(codes),
                             [&](const std::string& code) { return find(code)->scheme == scheme.code; });
    }
    return codes;
}

tl::unexpected<Error> RegionTable::unknown(std::string_view written) const {
    std::vector<std::string_view> names;
    for (const auto& [scheme_code, scheme] : schemes_)
        for (const std::string& code : scheme.regions) {
            const Region* region = find(code);
            names.push_back(region->name);
            names.insert(names.end(), region->variants.begin(), region->variants.end());
        }
    return fail(
        ErrorCode::unknown_value,
        {fmt::format("“{}” is geen bekende regio", written), fmt::format("“{}” is not a known region", written)},
        did_you_mean(nearest(written, names),
                     {"gebruik een naam of code uit config/regions, zoals Enschede, GM0153, PV23 of ggd-twente",
                      "use a name or code from config/regions, such as Enschede, GM0153, PV23 or ggd-twente"}));
}

tl::unexpected<Error> RegionTable::ambiguous(std::string_view written, const std::vector<std::string>& codes) const {
    std::vector<std::string> candidates;
    bool schemes_differ = true;
    for (const std::string& code : codes) {
        const Region* region = find(code);
        if (!candidates.empty() && region->scheme == find(codes.front())->scheme) schemes_differ = false;
        candidates.push_back(fmt::format("{} {} ({})", region->scheme, region->name, code));
    }
    const std::string joined = fmt::format("{}", fmt::join(candidates, ", "));
    const std::string with_scheme = fmt::format("“{} {}”", find(codes.front())->scheme, written);
    return fail(ErrorCode::ambiguous_value,
                {fmt::format("“{}” kan meer dan één regio zijn: {}", written, joined),
                 fmt::format("“{}” can be more than one region: {}", written, joined)},
                schemes_differ ? Text{"gebruik de code, of zet de indeling ervoor: " + with_scheme,
                                      "use the code, or put the scheme in front: " + with_scheme}
                               : Text{"gebruik de code of de volledige naam", "use the code or the full name"});
}

}  // namespace schakel
