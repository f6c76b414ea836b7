#pragma once

#include <span>

#include "searchd/engine/searcher.hpp"
#include "searchd/evaluation/query_set.hpp"
#include "searchd/evaluation/trec_files.hpp"

namespace schakel {

/// The answers of the search engine, and the time it took in the engine, in milliseconds for all queries together.
struct TimedRun {
    Run run;
    double milliseconds = 0;
};

/// Asks the queries one after another, as a user would type them, with the parameters they have; answers have at most `depth`
/// products (1 to 100). Errors: bad_parameter, which names the query; those of `Searcher::search`. Uses `searcher` during the
/// call only.
Result<TimedRun> run_queries(Searcher& searcher, const Installation& installation, std::span<const JudgedQuery> queries,
                             int depth);

}  // namespace schakel
