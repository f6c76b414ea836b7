// Which addresses are of the public internet, and where the borders of blocks are.
#include "corpus/harvesters/public_address.hpp"

#include <Poco/Net/IPAddress.h>
#include <catch2/catch.hpp>

using namespace schakel;

namespace {

bool is_public(const char* text) {
    const Poco::Net::IPAddress address(text);
    return is_public_address(
        {static_cast<const std::uint8_t*>(address.addr()), static_cast<std::size_t>(address.length())});
}

}  // namespace

TEST_CASE("addresses of the public internet", "[harvest][http]") {
    for (const char* address :
         {"1.1.1.1",         "9.255.255.255",    "11.0.0.0",        "100.63.255.255",  "100.128.0.0",
          "126.255.255.255", "128.0.0.0",        "169.253.255.255", "169.255.0.0",     "172.15.255.255",
          "172.32.0.0",      "192.0.1.0",        "192.167.255.255", "192.169.0.0",     "198.17.255.255",
          "198.20.0.0",      "223.255.255.255",  "2a00:1450::1",    "2001:4860::8888", "2001:200::1",
          "::ffff:1.1.1.1",  "64:ff9b::1.1.1.1", "2002:101:101::1"}) {
        INFO(address);
        CHECK(is_public(address));
    }
}

TEST_CASE("addresses that are private, or nobody's", "[harvest][http]") {
    for (const char* address : {"0.0.0.0",
                                "0.1.2.3",
                                "10.0.0.0",
                                "10.255.255.255",
                                "100.64.0.0",
                                "100.127.255.255",
                                "127.0.0.1",
                                "127.255.255.255",
                                "169.254.169.254",
                                "172.16.0.0",
                                "172.31.255.255",
                                "192.0.0.170",
                                "192.0.2.1",
                                "192.88.99.1",
                                "192.168.0.1",
                                "192.168.255.255",
                                "198.18.0.1",
                                "198.19.255.255",
                                "198.51.100.7",
                                "203.0.113.9",
                                "224.0.0.1",
                                "239.255.255.255",
                                "240.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "fe80::1",
                                "fc00::1",
                                "fdff::1",
                                "ff02::1",
                                "2001:db8::1",
                                "2001::1",
                                "3fff::1",
                                "::ffff:10.0.0.1",
                                "::ffff:169.254.169.254",
                                "64:ff9b::127.0.0.1",
                                "64:ff9b:1::1",
                                "2002:a00:1::1",
                                "2002:7f00:1::1",
                                "::127.0.0.1",
                                "100::1",
                                "4000::1"}) {
        INFO(address);
        CHECK_FALSE(is_public(address));
    }
    CHECK_FALSE(is_public_address({}));
}
