#include "searchd/http/client_address.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "searchd/http/header_text.hpp"

namespace schakel {

namespace {

using Poco::Net::IPAddress;

constexpr unsigned logged_bits_4 = 24;
constexpr unsigned logged_bits_6 = 48;
constexpr unsigned customer_bits_6 = 64;

unsigned bits_of(const IPAddress& address) { return static_cast<unsigned>(address.length()) * 8; }

IPAddress first_bits(const IPAddress& address, unsigned bits) {
    return bits == bits_of(address) ? address : address & IPAddress(bits, address.family());
}

std::optional<IPAddress> parse_address(std::string_view text) {
    IPAddress address;
    if (text == "::") return IPAddress(IPAddress::IPv6);  // which Poco takes for a failure
    if (!IPAddress::tryParse(std::string(text), address)) return std::nullopt;
    return plain(address);
}

std::optional<Network> parse_network(std::string_view text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto address = parse_address(text.substr(0, slash));
    if (!address) return std::nullopt;
    unsigned prefix = bits_of(*address);
    if (slash < text.size()) {
        const auto [end, problem] = std::from_chars(text.data() + slash + 1, text.data() + text.size(), prefix);
        if (problem != std::errc{} || end != text.data() + text.size() || prefix > bits_of(*address))
            return std::nullopt;
    }
    return Network{first_bits(*address, prefix), prefix};
}

/// The items of a list, from the last to the first.
std::vector<std::string_view> backwards(std::string_view list, char divider) {
    std::vector<std::string_view> items;
    while (true) {
        const std::size_t before = list.rfind(divider);
        items.push_back(before == std::string_view::npos ? list : list.substr(before + 1));
        if (before == std::string_view::npos) return items;
        list = list.substr(0, before);
    }
}

std::string_view trimmed(std::string_view text, std::string_view characters) {
    const std::size_t begin = std::min(text.find_first_not_of(characters), text.size());
    const std::size_t end = text.find_last_not_of(characters);
    return end == std::string_view::npos ? std::string_view{} : text.substr(begin, end + 1 - begin);
}

/// "192.0.2.7:4711" and "[2001:db8::1]:4711" without the port.
std::string_view without_port(std::string_view node) {
    if (node.starts_with('[')) return node.substr(1, node.find(']') - 1);
    const std::size_t colon = node.find(':');
    return colon == node.rfind(':') ? node.substr(0, colon) : node;
}

/// The value of a parameter of `for=192.0.2.60;proto=http;by=203.0.113.43`; empty when it is not there.
std::string_view parameter_of(std::string_view element, std::string_view name) {
    for (const std::string_view pair : backwards(element, ';')) {
        const std::string_view trim = trimmed(pair, " \t");
        const std::size_t equals = trim.find('=');
        if (equals != std::string_view::npos && is_same_word(trim.substr(0, equals), name))
            return trimmed(trim.substr(equals + 1), "\"");
    }
    return {};
}

/// The addresses that proxies have added, from the last to the first; nothing where there is none.
std::vector<std::optional<IPAddress>> forwarded_for(const HttpRequest& request) {
    std::vector<std::optional<IPAddress>> addresses;
    const std::string_view forwarded = request.header("forwarded");
    const std::string_view older = request.header("x-forwarded-for");
    if (forwarded.empty() && older.empty()) return addresses;
    for (const std::string_view item : backwards(forwarded.empty() ? older : forwarded, ',')) {
        const std::string_view node = forwarded.empty() ? trimmed(item, " \t") : parameter_of(item, "for");
        addresses.push_back(parse_address(without_port(node)));
    }
    return addresses;
}

}  // namespace

bool Network::has(const IPAddress& one) const {
    return one.family() == address.family() && first_bits(one, prefix) == address;
}

Result<std::vector<Network>> parse_networks(std::string_view list) {
    std::vector<Network> networks;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(", "), list.size());
        const std::string_view item = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        if (item.empty()) continue;
        auto network = parse_network(item);
        if (!network)
            return fail(
                ErrorCode::config_invalid,
                {fmt::format("“{}” is geen adres of netwerk", item),
                 fmt::format("“{}” is not an address or network", item)},
                {"schrijf iets als 10.0.0.0/8 of 2001:db8::1", "write something like 10.0.0.0/8 or 2001:db8::1"});
        networks.push_back(*network);
    }
    return networks;
}

bool any_has(const std::vector<Network>& networks, const IPAddress& address) {
    return std::any_of(networks.begin(), networks.end(), [&](const Network& one) { return one.has(address); });
}

IPAddress plain(const IPAddress& address) {
    constexpr unsigned mapped = 12;  // bytes in front of the address of IPv4
    if (!address.isIPv4Mapped() || address.family() != IPAddress::IPv6) return address;
    return IPAddress(static_cast<const char*>(address.addr()) + mapped, 4);
}

IPAddress client_of(const IPAddress& peer, const HttpRequest& request, const std::vector<Network>& trusted) {
    IPAddress client = peer;
    for (const auto& before : forwarded_for(request)) {
        if (!any_has(trusted, client) || !before) return client;
        client = *before;
    }
    return client;
}

std::string scheme_of(const IPAddress& peer, const HttpRequest& request, const std::vector<Network>& trusted,
                      std::string_view own) {
    if (!any_has(trusted, peer)) return std::string(own);
    const std::string_view forwarded = request.header("forwarded");
    const std::string_view last =
        trimmed(backwards(forwarded.empty() ? request.header("x-forwarded-proto") : forwarded, ',').front(), " \t");
    const std::string_view said = forwarded.empty() ? last : parameter_of(last, "proto");
    for (const std::string_view scheme : {"http", "https"})
        if (is_same_word(said, scheme)) return std::string(scheme);
    return std::string(own);
}

std::string shortened(const IPAddress& address) {
    return first_bits(address, address.family() == IPAddress::IPv4 ? logged_bits_4 : logged_bits_6).toString();
}

std::string counted_as(const IPAddress& address) {
    return address.family() == IPAddress::IPv4 ? address.toString() : first_bits(address, customer_bits_6).toString();
}

}  // namespace schakel
