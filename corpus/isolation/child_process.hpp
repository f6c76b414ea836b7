#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "config/error.hpp"
#include "corpus/isolation/descriptor.hpp"

namespace schakel {

/// How a process ended: with an exit status, or by a signal when that is not 0.
struct ProcessEnd {
    int status = 0;
    int signal = 0;
};

/// A program that reads a file and answers on a pipe. The destructor kills it when it still runs, and always reaps it.
/// One thread; any number of them side by side.
class ChildProcess {
public:
    using Clock = std::chrono::steady_clock;

    /// Starts `program` with `file` as its standard input, its messages discarded, no other open files and an environment
    /// without what is ours. Errors: unreadable, when the file cannot be opened or the program not be started.
    static Result<ChildProcess> start(const std::filesystem::path& program, std::vector<std::string> arguments,
                                      const std::filesystem::path& file);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    ~ChildProcess();

    enum class Waiting { answered, answer_ended, too_late };

    /// Waits for the next piece of the answer, which replaces `piece`. An answer that cannot be read has ended.
    Waiting read(std::string& piece, Clock::time_point deadline) const;

    /// Waits for the end; absent when it does not come in time. Once.
    std::optional<ProcessEnd> wait(Clock::time_point deadline);

private:
    ChildProcess(pid_t id, Descriptor answer) : id_(id), answer_(std::move(answer)) {}

    ProcessEnd reap();

    pid_t id_;           // -1 = reaped, or moved from
    Descriptor answer_;  // the end of the pipe that we read
};

}  // namespace schakel
