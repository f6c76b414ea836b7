#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "searchd/oai/oai_fault.hpp"
#include "searchd/request/url.hpp"

namespace schakel {

enum class OaiVerb { identify, list_metadata_formats, list_sets, list_identifiers, list_records, get_record };

/// Which records to list, and in which form.
struct OaiRange {
    std::string metadata_prefix;
    std::string set;                                // empty = all
    std::optional<std::chrono::sys_seconds> from;   // inclusive; a day begins with its first second …
    std::optional<std::chrono::sys_seconds> until;  // … and ends with its last

    bool operator==(const OaiRange&) const = default;
};

/// A request that has the arguments its verb needs, and no others. What was not given is empty.
struct OaiRequest {
    OaiVerb verb = OaiVerb::identify;
    QueryParameters arguments;  // as given, for the answer to repeat
    std::string identifier;
    std::string resumption_token;  // then `range` says nothing
    OaiRange range;
};

/// Reads the query part of an address (OAI-PMH 2.0, sections 3.1.1 and 4). Faults: badVerb; badArgument (missing, unknown, repeated,
/// empty, no UTF-8, or not what it should be). Whether sets, formats and identifiers exist is for others. Pure.
OaiOutcome<OaiRequest> parse_oai_request(std::string_view query);

/// The name of a verb, which is that of the element with its answer too.
const char* name_of(OaiVerb verb);

}  // namespace schakel
