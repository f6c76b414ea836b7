#include "searchd/route.hpp"

#include "searchd/request/url.hpp"

namespace schakel {

std::optional<std::string> argument_in(std::string_view path, std::string_view pattern) {
    const std::size_t open = pattern.find('{');
    if (open == std::string_view::npos) return path == pattern ? std::optional<std::string>("") : std::nullopt;
    const std::string_view before = pattern.substr(0, open);
    const std::string_view behind = pattern.substr(pattern.find('}') + 1);
    if (path.size() <= before.size() + behind.size() || !path.starts_with(before) || !path.ends_with(behind))
        return std::nullopt;
    const std::string_view argument = path.substr(before.size(), path.size() - before.size() - behind.size());
    if (argument.find('/') != std::string_view::npos) return std::nullopt;
    return percent_decode(argument, false);
}

PageAddress page_address(std::string_view path) {
    constexpr std::string_view english = "/en";
    if (path == english) return {"/", Language::english};
    if (!path.starts_with(english) || path[english.size()] != '/') return {path, Language::dutch};
    return {path.substr(english.size()), Language::english};
}

}  // namespace schakel
