#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <Poco/Net/IPAddress.h>

#include "config/error.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// The part of the internet that a mask of so many bits selects.
struct Network {
    Poco::Net::IPAddress address;
    unsigned prefix = 0;  // bits

    bool has(const Poco::Net::IPAddress& one) const;
};

/// Addresses and networks divided by commas or spaces: "127.0.0.1, 10.0.0.0/8, 2001:db8::/32". Errors: config_invalid, naming
/// the one that is none.
Result<std::vector<Network>> parse_networks(std::string_view list);

bool any_has(const std::vector<Network>& networks, const Poco::Net::IPAddress& address);

/// An address of IPv4 that came in over IPv6 (::ffff:192.0.2.7) as one of IPv4; another as it is.
Poco::Net::IPAddress plain(const Poco::Net::IPAddress& address);

/// Who asks. Only what a trusted proxy adds to Forwarded (RFC 7239) or else X-Forwarded-For is believed: from the last address
/// back, the first that is no trusted proxy itself. A proxy that names none, or something that is no address, is the client.
Poco::Net::IPAddress client_of(const Poco::Net::IPAddress& peer, const HttpRequest& request,
                               const std::vector<Network>& trusted);

/// The scheme of the address that the client uses: `own`, that of the line itself, unless a trusted proxy says in Forwarded
/// (proto=) or else X-Forwarded-Proto that it is "http" or "https". Of several the last is taken.
std::string scheme_of(const Poco::Net::IPAddress& peer, const HttpRequest& request, const std::vector<Network>& trusted,
                      std::string_view own);

/// The network that an address is in, for a log without personal data: "192.0.2.0", "2001:db8:1::".
std::string shortened(const Poco::Net::IPAddress& address);

/// The address, or for IPv6 the network of one customer (/64), whose connections are counted together.
std::string counted_as(const Poco::Net::IPAddress& address);

}  // namespace schakel
