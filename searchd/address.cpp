#include "searchd/address.hpp"

#include <algorithm>
#include <array>

#include "searchd/route.hpp"

namespace schakel {

namespace {

constexpr std::array<std::string_view, 4> folders_for_programs{"/v1", "/status", "/sru", "/oai"};

}  // namespace

bool is_below(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool is_for_programs(std::string_view path) {
    const std::string_view in_dutch = page_address(path).path;
    return in_dutch == "/feed.atom" || in_dutch.starts_with("/export.") ||
           std::ranges::any_of(folders_for_programs, [&](std::string_view folder) { return is_below(path, folder); });
}

bool takes_forms(std::string_view path) { return path == "/sru" || path == "/oai"; }

std::string_view methods_of(std::string_view path) { return takes_forms(path) ? "GET, HEAD, POST" : "GET, HEAD"; }

bool knows_method(std::string_view path, std::string_view method) {
    return method == "GET" || method == "HEAD" || (method == "POST" && takes_forms(path));
}

}  // namespace schakel
