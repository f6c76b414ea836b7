#include "corpus/harvesters/http_address.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>

namespace schakel {
namespace {

constexpr std::size_t longest_address = 8192;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), to_lower);
    return lower;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white_space = " \t\r\n";
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

void append_encoded(std::string& text, char c) { text += fmt::format("%{:02X}", static_cast<unsigned char>(c)); }

/// What may not stand in the path and query of a request line is encoded; what is encoded stays as it is.
std::string as_target(std::string_view text) {
    constexpr std::string_view forbidden = "\"<>\\^`{|}";
    std::string target = text.starts_with('/') ? "" : "/";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || forbidden.find(c) != std::string_view::npos)
            append_encoded(target, c);
        else
            target += c;
    }
    return target;
}

bool is_host_name(std::string_view host) {
    return !host.empty() && host.size() <= 253 &&
           std::ranges::all_of(host, [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.' || c == '_'; });
}

bool is_ipv6(std::string_view host) {
    return !host.empty() && host.size() <= 45 && std::ranges::all_of(host, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
    });
}

std::optional<std::uint16_t> parse_port(std::string_view digits) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || end != digits.data() + digits.size() || port == 0) return std::nullopt;
    return port;
}

/// Splits "host:port" and "[ipv6]:port" and fills in host and port; the port must have its default value already.
bool read_authority(std::string_view authority, HttpAddress& address) {
    std::string_view rest;
    if (authority.starts_with('[')) {
        const auto end = authority.find(']');
        if (end == std::string_view::npos || !is_ipv6(authority.substr(1, end - 1))) return false;
        address.host = lower_case(authority.substr(1, end - 1));
        rest = authority.substr(end + 1);
    } else {
        const auto colon = std::min(authority.find(':'), authority.size());
        if (!is_host_name(authority.substr(0, colon))) return false;
        address.host = lower_case(authority.substr(0, colon));
        rest = authority.substr(colon);
    }
    if (rest.empty() || rest == ":") return true;
    const auto port = rest.starts_with(':') ? parse_port(rest.substr(1)) : std::nullopt;
    address.port = port.value_or(0);
    return port.has_value();
}

/// RFC 3986, section 5.2.4, on a path that begins with '/'.
std::string without_dot_segments(std::string_view path) {
    std::vector<std::string_view> kept;
    bool ends_in_folder = false;
    for (std::size_t at = 0; at < path.size();) {
        const auto end = std::min(path.find('/', at + 1), path.size());
        const std::string_view segment = path.substr(at + 1, end - at - 1);
        ends_in_folder = segment == "." || segment == "..";
        if (segment == ".." && !kept.empty()) kept.pop_back();
        if (!ends_in_folder) kept.push_back(segment);
        at = end;
    }
    std::string clean;
    for (const std::string_view segment : kept) clean.append("/").append(segment);
    if (ends_in_folder || clean.empty()) clean += '/';
    return clean;
}

bool has_scheme(std::string_view reference) {
    const auto colon = reference.find(':');
    return colon != std::string_view::npos && reference.find_first_of("/?") > colon;
}

}  // namespace

std::string HttpAddress::origin() const {
    const std::string shown_host = host.find(':') == std::string::npos ? host : "[" + host + "]";
    const bool is_default = port == (secure ? 443 : 80);
    return fmt::format("{}://{}{}", secure ? "https" : "http", shown_host, is_default ? "" : fmt::format(":{}", port));
}

std::optional<HttpAddress> parse_http_address(std::string_view text) {
    text = trimmed(text);
    if (text.size() > longest_address) return std::nullopt;
    text = text.substr(0, text.find('#'));
    const std::string scheme = lower_case(text.substr(0, std::min(text.find("://"), text.size())));
    if (scheme != "http" && scheme != "https") return std::nullopt;
    std::string_view rest = text.substr(scheme.size());
    if (!rest.starts_with("://")) return std::nullopt;
    rest.remove_prefix(3);

    HttpAddress address;
    address.secure = scheme == "https";
    address.port = address.secure ? 443 : 80;
    const auto end = std::min(rest.find_first_of("/?"), rest.size());
    if (!read_authority(rest.substr(0, end), address)) return std::nullopt;
    address.target = as_target(rest.substr(end));
    return address;
}

std::optional<HttpAddress> resolve_http_address(const HttpAddress& base, std::string_view reference) {
    reference = trimmed(reference);
    if (reference.size() > longest_address) return std::nullopt;
    if (has_scheme(reference)) return parse_http_address(reference);
    reference = reference.substr(0, reference.find('#'));
    if (reference.starts_with("//"))
        return parse_http_address((base.secure ? "https:" : "http:") + std::string(reference));
    HttpAddress address = base;
    if (reference.empty()) return address;
    if (reference.starts_with('?')) {
        address.target = as_target(std::string(base.path()) + std::string(reference));
        return address;
    }
    const auto query = std::min(reference.find('?'), reference.size());
    std::string path(reference.substr(0, query));
    if (!path.starts_with('/')) path = std::string(base.path().substr(0, base.path().rfind('/') + 1)) + path;
    address.target = as_target(without_dot_segments(path) + std::string(reference.substr(query)));
    return address;
}

std::string encode_parameter(std::string_view value) {
    std::string encoded;
    for (const char c : value) {
        if (is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~')
            encoded += c;
        else
            append_encoded(encoded, c);
    }
    return encoded;
}

}  // namespace schakel
