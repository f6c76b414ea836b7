#pragma once

#include <cstdint>
#include <span>

namespace schakel {

/// Whether an IP address (4 or 16 bytes in network order) is one of the public internet: not private, loopback, link-local
/// (where cloud machines keep their credentials), shared, documentation, multicast or reserved, nor an IPv6 form that carries
/// such an IPv4 address. After the IANA special-purpose registries (RFC 6890). Any other length is not public. Safe from any
/// thread.
bool is_public_address(std::span<const std::uint8_t> bytes);

}  // namespace schakel
