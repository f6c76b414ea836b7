#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace schakel {

/// How a program is to be started.
struct Invocation {
    std::vector<std::string> arguments;       // the first is the program: a path, or a name to be found in PATH
    std::filesystem::path folder;             // working folder; empty = that of the test
    std::string input;                        // its standard input
    std::vector<std::string> environment;     // "NAME=value", on top of that of the test
    std::chrono::milliseconds limit{60'000};  // `run_program` gives up after this time
};

/// How a program ended and what it said.
struct Outcome {
    int status = 0;  // exit status; 128 + signal when a signal ended it
    std::string output;
    std::string errors;
};

/// A program that runs; the destructor kills it when it still does. One thread.
class RunningProgram {
public:
    /// Throws std::system_error when it cannot be started.
    explicit RunningProgram(const Invocation& invocation);
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    pid_t id() const { return id_; }
    void send(int signal) const;

    /// Whether it ended within `limit`; 0 only looks.
    bool wait(std::chrono::milliseconds limit);

    /// Exit status, or 128 + signal. Only after `wait` returned true.
    int status() const { return status_; }

    /// What it has written so far.
    std::string output() const;
    std::string errors() const;

private:
    pid_t id_ = -1;
    int handle_ = -1;  // pidfd
    int output_ = -1;
    int errors_ = -1;
    bool ended_ = false;
    int status_ = 0;
};

/// Runs a program to its end. Throws std::runtime_error, with what it said, when it takes longer than `limit`.
Outcome run_program(const Invocation& invocation);

/// The programs under test, from the environment variables SCHAKEL_INDEXER and SCHAKEL_SEARCHD. Throw std::runtime_error
/// when the variable is unset; ctest sets it.
std::string indexer_program();
std::string searchd_program();

}  // namespace schakel
