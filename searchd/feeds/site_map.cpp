#include "searchd/feeds/site_map.hpp"

#include <charconv>
#include <optional>

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/feeds/site_map_document.hpp"
#include "searchd/feeds/site_map_parts.hpp"
#include "searchd/request/public_address.hpp"

namespace schakel {

namespace {

/// What the site maps of this program have read.
SiteMapParts& parts_read() {
    static SiteMapParts parts;
    return parts;
}

/// The number in "12.xml", from 1 to `most`.
std::optional<std::size_t> number_of_part(std::string_view name, std::size_t most) {
    constexpr std::string_view ending = ".xml";
    if (!name.ends_with(ending) || name.starts_with('0')) return std::nullopt;
    name.remove_suffix(ending.size());
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool is_number = problem == std::errc{} && end == name.data() + name.size();
    return is_number && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

std::vector<std::size_t> parts_with_products(const IndexSnapshot& snapshot, const SiteMapParts& parts) {
    std::vector<std::size_t> numbers;
    for (std::size_t part = 0; part < parts.count(snapshot); ++part)
        if (parts.has_products(snapshot, part)) numbers.push_back(part + 1);
    return numbers;
}

HttpResponse xml_response(std::string body) { return {200, "application/xml; charset=utf-8", std::move(body), {}}; }

}  // namespace

HttpResponse answer_site_map(const Call& call, const Installation& installation, LiveIndex& index) {
    if (auto refused = refused_parameters(call)) return std::move(*refused);
    const auto snapshot = index.snapshot();
    const std::string site = public_address(call.request, installation.settings);
    const std::string& built_at = snapshot->manifest().built_at;
    SiteMapParts& parts = parts_read();
    const std::size_t count = parts.count(*snapshot);
    const bool is_whole = call.argument.empty();
    if (is_whole && count > 1)
        return xml_response(site_map_index(parts_with_products(*snapshot, parts), site, built_at));
    const auto number = is_whole ? std::optional<std::size_t>(1) : number_of_part(call.argument, count);
    if (!number) return problem_response(no_such_route(call.request.path), call.language);
    const auto lines = parts.part(snapshot, *number - 1);
    if (!lines) return problem_response(lines.error(), call.language);
    return xml_response(site_map_document(**lines, site, built_at));
}

HttpResponse answer_robots(const Call& call, const Installation& installation, LiveIndex&) {
    if (auto refused = refused_parameters(call)) return std::move(*refused);
    return {200, "text/plain; charset=utf-8", robots_text(public_address(call.request, installation.settings)), {}};
}

}  // namespace schakel
