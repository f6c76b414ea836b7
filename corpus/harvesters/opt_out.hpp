#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "corpus/harvesters/http_exchange.hpp"

namespace schakel {

/// The reservations of text and data mining of a site, from its /.well-known/tdmrep.json (W3C TDMRep, 2024). The longest
/// location that matches decides; a reservation when they are equally long. Safe to read from any thread.
class TdmReservations {
public:
    /// Errors: malformed. Entries without a location or a reservation are passed over; no more than 10,000 are read.
    static Result<TdmReservations> parse(const std::string& url, std::string_view json);

    bool reserve(std::string_view target) const;

private:
    struct Rule {
        std::string location;
        bool reserves = false;
    };
    std::vector<Rule> rules_;
};

/// How the maker of a page can say that it is not to be used.
enum class OptOut { none, tdm_reservation, no_index };

/// What the headers of an answer say (tdm-reservation: 1, X-Robots-Tag: noindex), and when it is HTML its meta elements (name
/// tdm-reservation or robots). Safe from any thread.
OptOut opt_out_of(const HttpAnswer& answer);

/// The same for the text of an HTML page only; reads no further than the first 256 KiB.
OptOut opt_out_in_html(std::string_view html);

}  // namespace schakel
