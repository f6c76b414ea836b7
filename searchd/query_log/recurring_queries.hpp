#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "searchd/query_log/sqlite.hpp"

namespace schakel {

/// A filter that a question was asked with.
struct AskedFilter {
    std::string filter;      // "regio=PV23"
    std::uint32_t days = 0;  // on how many

    bool operator==(const AskedFilter&) const = default;
};

/// A question that comes back.
struct RecurringQuery {
    std::string text;                  // as most people typed it
    std::string folded;                // the form in which questions are the same
    std::uint32_t days = 0;            // on how many it was asked, with or without filters
    std::uint32_t times = 0;           // how often, all together
    std::uint32_t results = 0;         // products, when it was last asked without filters, or else with them
    std::vector<AskedFilter> filters;  // those it was asked with on enough days; most days first

    bool operator==(const RecurringQuery&) const = default;
};

/// The questions of a query log that were asked on at least `days` different days, those of most days first, `most`
/// at most. Of a question only the filters are told that it had on as many days: what one person chose once is
/// nobody's business. The time is that of reading the whole log. Errors: unreadable, io.
Result<std::vector<RecurringQuery>> read_recurring_queries(const SqliteConnection& log, int days, std::size_t most);

}  // namespace schakel
