#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "searchd/oai/oai_request.hpp"

namespace schakel {

/// Where a list goes on: behind the record with this time and id, whatever generation is live by then. Records change only by moving
/// behind it, so none is passed over; a server keeps nothing, and tokens do not expire.
struct ResumptionPoint {
    OaiRange range;
    std::chrono::sys_seconds since{};  // of the last record that was given …
    std::string id;                    // … and its id
    std::size_t given = 0;             // records before this point

    bool operator==(const ResumptionPoint&) const = default;
};

/// The point as a resumptionToken: letters, digits, hyphens and underscores. Pure.
std::string resumption_token(const ResumptionPoint& point);

/// The inverse. Faults: badResumptionToken, for whatever we did not give out. Pure.
OaiOutcome<ResumptionPoint> parse_resumption_token(std::string_view token);

}  // namespace schakel
