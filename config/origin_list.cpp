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

bool consists_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

/// The end of the host of "www.gemeente.example:8443" or "[2001:db8::1]:8443"; 0 when there is none.
std::size_t end_of_host(std::string_view text) {
    if (text.starts_with('[')) {
        const std::size_t bracket = text.find(']');
        if (bracket == std::string_view::npos) return 0;
        return consists_of(text.substr(1, bracket - 1), "0123456789abcdef:.") ? bracket + 1 : 0;
    }
    const std::size_t end = std::min(text.find(':'), text.size());
    return consists_of(text.substr(0, end), "abcdefghijklmnopqrstuvwxyz0123456789-.") ? end : 0;
}

/// Whether it is nothing, or ":8443" as a browser writes it.
bool is_port(std::string_view text) {
    constexpr std::size_t longest = 5;  // 65535
    if (text.empty()) return true;
    const std::string_view digits = text.substr(1);
    if (!text.starts_with(':') || digits.starts_with('0') || digits.size() > longest) return false;
    return consists_of(digits, "0123456789") && (digits.size() < longest || digits <= "65535");
}

/// Whether it is a scheme and a host, perhaps with a port, and nothing behind them.
bool is_origin(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (text.starts_with(scheme)) {
            const std::string_view host = text.substr(scheme.size());
            const std::size_t end = end_of_host(host);
            return end > 0 && is_port(host.substr(end));
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
