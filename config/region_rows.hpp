#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/regions.hpp"

namespace schakel {

/// A period of whole days in ISO dates; an empty `from` or `until` leaves that end open.
struct Period {
    std::string from;
    std::string until;  // the last day

    bool overlaps(const Period& other) const {
        return (until.empty() || other.from.empty() || other.from <= until) &&
               (other.until.empty() || from.empty() || from <= other.until);
    }
};

/// The rows of the region tables as written: every cell has the right form, nothing is compared with another row yet.
/// `place` is file:line.

/// One row of gemeenten.tsv.
struct MunicipalityRow {
    std::string place;
    std::string code;
    std::string name;
    std::vector<std::string> variants;
    std::string province;  // empty = not given
    Period valid;
};

/// One row of herindelingen.tsv: on `day` the municipality `old_code` stopped existing.
struct MergerRow {
    std::string place;
    std::string day;
    std::string old_code;
    std::vector<std::string> successors;  // one, or at least two when it was split
};

/// One row of a scheme: `member` (a municipality or a region of any scheme) lies in `region`.
struct MembershipRow {
    std::string place;
    std::string region;
    std::string name;  // empty = given on an earlier row
    std::vector<std::string> variants;
    std::string member;
    Period valid;  // as written on the row; empty ends = those of the scheme
};

/// One file of schemes/.
struct SchemeRows {
    std::string place;
    RegionScheme scheme;  // without its regions
    std::vector<MembershipRow> memberships;
};

/// Each reads one file from text in memory; `name` is what errors call it. Errors: regions_invalid with file:line.
Result<std::vector<MunicipalityRow>> read_municipality_rows(const std::string& name, std::string_view text);
Result<std::vector<MergerRow>> read_merger_rows(const std::string& name, std::string_view text);
Result<SchemeRows> read_scheme_rows(const std::string& name, std::string_view text);

}  // namespace schakel
