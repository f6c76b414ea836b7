#include "searchd/oai/oai_identifier.hpp"

#include <algorithm>

#include "searchd/request/url.hpp"

namespace schakel {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_of_host(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

/// The host in small letters, without port; an IPv6 address and whatever else a request may call us gets hyphens.
std::string host_in(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    std::string host(address.substr(0, address.find('/')));
    const std::size_t port = host.rfind(':');
    if (port != std::string::npos && host.find_first_not_of("0123456789", port + 1) == std::string::npos)
        host.resize(port);
    std::ranges::transform(host, host.begin(), lower);
    std::ranges::replace_if(host, [](char c) { return !is_of_host(c); }, '-');
    return host.empty() ? "localhost" : host;
}

}  // namespace

OaiNamespace::OaiNamespace(std::string_view address) : host_(host_in(address)), prefix_("oai:" + host_ + ":") {}

std::string OaiNamespace::identifier_of(std::string_view id) const { return prefix_ + percent_encode(id); }

std::optional<std::string> OaiNamespace::id_of(std::string_view identifier) const {
    if (!identifier.starts_with(prefix_)) return std::nullopt;
    return percent_decode(identifier.substr(prefix_.size()), false);
}

bool OaiNamespace::is_describable() const {
    bool at_start = true;
    for (const char c : host_) {
        if (at_start && !is_letter(c)) return false;
        at_start = c == '.';
    }
    return !at_start && host_.find('.') != std::string::npos;
}

}  // namespace schakel
