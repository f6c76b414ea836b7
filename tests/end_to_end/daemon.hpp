#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/end_to_end/program.hpp"

namespace schakel {

/// What schakel-searchd is started with. It listens on a free port unless `port` says otherwise.
struct DaemonOptions {
    std::filesystem::path index;
    std::filesystem::path config;  // empty = the default settings
    int port = 0;
};

/// A schakel-searchd that answers; the destructor stops it. One thread, but any number of clients.
class Daemon {
public:
    /// Returns when it answers. Throws std::runtime_error, with what it said, when it ends or is not ready in time.
    explicit Daemon(const DaemonOptions& options);

    int port() const { return port_; }
    RunningProgram& program() { return program_; }

    /// Sends SIGTERM and returns the exit status; nothing when it still runs after `limit`.
    std::optional<int> stop(std::chrono::milliseconds limit = std::chrono::seconds(20));

private:
    RunningProgram program_;
    int port_ = 0;
};

/// The command line of schakel-searchd for these options.
std::vector<std::string> command_line(const DaemonOptions& options);

/// Runs `schakel-indexer build` of `sources` into `index`, and returns how it ended.
Outcome build_index(const std::vector<std::filesystem::path>& sources, const std::filesystem::path& index,
                    const std::vector<std::string>& more_options = {});

/// The same; throws std::runtime_error, with what it said, unless it ended well (status 0).
void make_index(const std::filesystem::path& source, const std::filesystem::path& index,
                const std::vector<std::string>& more_options = {});

}  // namespace schakel
