#include "tests/end_to_end/daemon.hpp"

#include <csignal>
#include <stdexcept>
#include <thread>

namespace schakel {

namespace {

constexpr std::chrono::seconds longest_start{30};

/// The port in the line that the daemon prints when it is ready; nothing while there is none.
std::optional<int> announced_port(const std::string& output) {
    constexpr std::string_view announcement = "Schakel is te bereiken op http";
    const std::size_t begin = output.find(announcement);
    const std::size_t end = output.find('\n', begin == std::string::npos ? 0 : begin);
    if (begin == std::string::npos || end == std::string::npos) return std::nullopt;
    return std::stoi(output.substr(output.rfind(':', end) + 1));
}

}  // namespace

std::vector<std::string> command_line(const DaemonOptions& options) {
    std::vector<std::string> arguments{searchd_program(), "--index", options.index.string(), "--port",
                                       std::to_string(options.port)};
    if (!options.config.empty()) arguments.insert(arguments.end(), {"--config", options.config.string()});
    return arguments;
}

Daemon::Daemon(const DaemonOptions& options) : program_({.arguments = command_line(options)}) {
    const auto deadline = std::chrono::steady_clock::now() + longest_start;
    while (true) {
        if (const auto port = announced_port(program_.output())) {
            port_ = *port;
            return;
        }
        if (program_.wait(std::chrono::milliseconds(5)) || std::chrono::steady_clock::now() > deadline)
            throw std::runtime_error("schakel-searchd is not ready; it said:\n" + program_.output() +
                                     program_.errors());
    }
}

std::optional<int> Daemon::stop(std::chrono::milliseconds limit) {
    program_.send(SIGTERM);
    if (!program_.wait(limit)) return std::nullopt;
    return program_.status();
}

Outcome build_index(const std::vector<std::filesystem::path>& sources, const std::filesystem::path& index,
                    const std::vector<std::string>& more_options) {
    Invocation invocation{.arguments = {indexer_program(), "build", "--index", index.string()}};
    for (const std::filesystem::path& source : sources)
        invocation.arguments.insert(invocation.arguments.end(), {"--source", source.string()});
    invocation.arguments.insert(invocation.arguments.end(), more_options.begin(), more_options.end());
    return run_program(invocation);
}

void make_index(const std::filesystem::path& source, const std::filesystem::path& index,
                const std::vector<std::string>& more_options) {
    const Outcome outcome = build_index({source}, index, more_options);
    if (outcome.status != 0)
        throw std::runtime_error("schakel-indexer build ended with status " + std::to_string(outcome.status) + ":\n" +
                                 outcome.output + outcome.errors);
}

}  // namespace schakel
