#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"

namespace schakel {

/// What the command line said; each command uses its part of it.
struct CommandLine {
    std::filesystem::path config;                // --config; empty = the default file
    Language language = Language::dutch;         // --lang
    std::vector<std::filesystem::path> sources;  // --source
    std::filesystem::path index;                 // --index
    std::filesystem::path report;                // --report; empty = none
    int threads = 0;                             // --threads
    bool force = false;                          // --force
    std::string format;                          // --format
    std::string id;                              // --id
    std::vector<std::string> ids;                // --id of commands that take several
    std::vector<std::string> names;              // sources to harvest; empty = all
    bool full = false;                           // --full
    bool allow_private_addresses = false;        // --allow-private-addresses
    std::vector<std::string> why;                // --why: an id and a query
    std::vector<std::string> where;              // --where
    std::vector<std::string> set;                // --set
    std::vector<std::string> clear;              // --clear
    std::filesystem::path verdicts;              // --verdicts; empty = none
    bool dry_run = false;                        // --dry-run
    std::string reason;                          // --reason
    bool undo = false;                           // --undo
    bool retry = false;                          // --retry
    bool no_publish = false;                     // --no-publish
    int generation = 0;                          // --generation; 0 = not given
    int keep = 0;                                // --keep; 0 = as in the settings
    std::vector<std::string> words;              // what to analyse; empty = the lines on standard input
    bool suggest = false;                        // --suggest
};

/// The commands of schakel-indexer. Each prints its outcome on standard output and its complaints on standard error, and
/// returns what the program returns to its caller.
ExitStatus run_build(const CommandLine& command);
ExitStatus run_update(const CommandLine& command);
ExitStatus run_publish(const CommandLine& command);
ExitStatus run_rollback(const CommandLine& command);
ExitStatus run_prune(const CommandLine& command);
ExitStatus run_remove(const CommandLine& command);
ExitStatus run_harvest(const CommandLine& command);
ExitStatus run_linkcheck(const CommandLine& command);
ExitStatus run_edit(const CommandLine& command);
ExitStatus run_recognised(const CommandLine& command);
ExitStatus run_check(const CommandLine& command);
ExitStatus run_inspect(const CommandLine& command);
ExitStatus run_analyze(const CommandLine& command);
ExitStatus run_stats(const CommandLine& command);

/// Prints `error` on standard error and returns its exit status.
ExitStatus complain(const Error& error, Language language);

}  // namespace schakel
