#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// Why something that a source offers was not taken.
enum class RefusalKind {
    robots,           // robots.txt forbids it
    tdm_reservation,  // its keeper reserves text and data mining
    no_index,         // the page asks search engines to leave it out
    blocked,          // a curator took it out before
    address,          // a private address, or no address at all
    size,             // larger than the limit
    format,           // no reader for this kind of file, or a record without what every record needs
    unavailable,      // the server has no usable answer for it, or for its robots.txt
};

struct HarvestRefusal {
    RefusalKind kind{};
    std::string location;  // address or identifier
    Text reason;           // more than the kind says; may be empty
};

/// What one harvest of one source did. Lists are cut off at 1,000; the counts are complete.
struct HarvestReport {
    std::string source;
    bool full = false;             // everything was asked for, not only what changed
    bool resumed = false;          // went on where an earlier harvest was broken off
    std::optional<Error> failure;  // why it is not finished; absent when it is
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t deleted = 0;  // files taken out of the store
    std::vector<std::string> deleted_identifiers;
    std::map<RefusalKind, std::uint64_t> refused;
    std::vector<HarvestRefusal> refusals;
    std::vector<Text> notices;
    std::uint64_t requests = 0;
    std::uint64_t bytes = 0;
    double seconds = 0;

    void refuse(HarvestRefusal refusal);
    void count_deleted(const std::string& identifier);
    /// Says something once, however often it is given.
    void notice(const Text& text);
};

/// The report as a curator reads it on a terminal; ends with a line end. Lists show at most 20 rows. Safe from any thread.
std::string to_text(const HarvestReport& report, Language language);

/// The whole report as JSON, on one line; its texts in both languages.
std::string to_json(const HarvestReport& report);

}  // namespace schakel
