#pragma once

#include <filesystem>
#include <string>

#include <CLI/CLI.hpp>

#include "config/error.hpp"

namespace schakel {

/// What the command line of `schakel-searchd evaluate` said.
struct EvaluateOptions {
    std::filesystem::path index;     // --index
    std::filesystem::path queries;   // --queries
    std::filesystem::path qrels;     // --qrels
    std::filesystem::path config;    // --config; empty = the default file
    std::filesystem::path run;       // --run: where the run is written; empty = nowhere
    std::filesystem::path baseline;  // --baseline: an earlier run; empty = none
    std::string format = "text";     // --format: text or json
    std::string language = "nl";     // --lang: nl or en
};

/// Adds the command `evaluate` to the program; parsing fills `options`, which must outlive it.
CLI::App& add_evaluate_command(CLI::App& program, EvaluateOptions& options);

/// Asks the live generation of the index all queries, through the code that answers users, and measures the answers. Returns
/// the report as it is to be printed, and writes the run where asked. Errors: those of `load_installation`,
/// `IndexSnapshot::open`, `read_queries`, `read_qrels` and `read_run`; io; empty_source when no query is judged.
Result<std::string> evaluate(const EvaluateOptions& options);

}  // namespace schakel
