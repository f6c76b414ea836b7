#include "config/origin_list.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace schakel {

namespace {

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view("-.:[]").find(c) != std::string::npos;
}

/// Whether it is a scheme and a host, perhaps with a port, and nothing behind them.
bool is_origin(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (text.starts_with(scheme)) {
            const std::string_view host = text.substr(scheme.size());
            return !host.empty() && std::all_of(host.begin(), host.end(), is_host_character);
        }
    return false;
}

tl::unexpected<Error> no_origin(std::string_view text) {
    return fail(
        ErrorCode::config_invalid,
        {fmt::format("“{}” is geen adres van een website", text), fmt::format("“{}” is no origin of a website", text)},
        {"schrijf iets als https://www.gemeente.example, zonder pad en zonder / aan het eind",
         "write something like https://www.gemeente.example, without a path and without / at the end"});
}

}  // namespace

Result<OriginList> OriginList::parse(std::string_view list) {
    OriginList origins;
    constexpr std::string_view white_space = " \t\r\n";
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(white_space), list.size());
        const std::string origin = lowered(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
        if (origin.empty()) continue;
        if (origin == "*")
            origins.all_ = true;
        else if (is_origin(origin))
            origins.origins_.push_back(origin);
        else
            return no_origin(origin);
    }
    return origins;
}

bool OriginList::has(std::string_view origin) const {
    if (all_) return true;
    return !origin.empty() && std::find(origins_.begin(), origins_.end(), lowered(origin)) != origins_.end();
}

std::string OriginList::text() const { return all_ ? "*" : fmt::format("{}", fmt::join(origins_, " ")); }

}  // namespace schakel
