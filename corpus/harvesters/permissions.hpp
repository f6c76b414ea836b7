#pragma once

#include <map>
#include <optional>
#include <string>

#include "corpus/harvesters/harvest_report.hpp"
#include "corpus/harvesters/http_client.hpp"
#include "corpus/harvesters/opt_out.hpp"
#include "corpus/harvesters/robots.hpp"

namespace schakel {

/// What the sites of one source allow us: asks each site once for its robots.txt and TDM reservations, and makes the client
/// wait as long as robots.txt asks. While a robots.txt cannot be fetched, for another reason than that there is none, nothing
/// may be fetched (RFC 9309, section 2.3.1.4), but that is no refusal of what was fetched before. One thread at a time.
class Permissions {
public:
    /// `agreed`: the keeper of the source gave leave; then nothing is refused.
    Permissions(HttpClient& client, bool agreed) : client_(client), agreed_(agreed) {}

    /// Why an address may not be fetched; absent when it may. Its kind is `unavailable` when that is not known.
    std::optional<HarvestRefusal> refusal_of(const HttpAddress& address);

    /// Why what was fetched may not be kept; absent when it may.
    std::optional<HarvestRefusal> refusal_of(const HttpAnswer& answer) const;

    /// The robots.txt of the site of an address.
    const Robots& robots_of(const HttpAddress& address) { return site_of(address).robots; }

private:
    struct Site {
        Robots robots;
        Text robots_failure;  // why robots.txt could not be fetched; empty = it could, or there is none
        TdmReservations reservations;
    };

    const Site& site_of(const HttpAddress& address);
    void fetch_robots(const std::string& origin, Site& site);
    TdmReservations fetch_reservations(const std::string& origin);

    HttpClient& client_;
    bool agreed_;
    std::map<std::string, Site, std::less<>> sites_;
};

/// Why the source at `url` is not harvested at all: its keeper does not want it, or robots.txt could not be asked.
Error not_to_be_harvested(const std::string& url, const HarvestRefusal& refusal);

}  // namespace schakel
