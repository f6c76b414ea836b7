#pragma once

#include <memory>
#include <vector>

#include "config/settings.hpp"
#include "searchd/query_log/query_log.hpp"

namespace schakel {

/// The log that the settings ask for; null when they ask for none. Also null, after a line in the log of the program,
/// when it cannot be opened: people search all the same.
std::unique_ptr<QueryLog> configured_query_log(const Settings& settings);

/// What may be suggested by the settings; nothing without a log, or, after a line in the log of the program, when it
/// cannot be read.
std::vector<FrequentQuery> frequent_queries(const QueryLog* log, const Settings& settings);

}  // namespace schakel
