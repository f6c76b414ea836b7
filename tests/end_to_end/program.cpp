#include "tests/end_to_end/program.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <poll.h>
#include <spawn.h>
#include <unistd.h>

namespace schakel {

namespace {

[[noreturn]] void throw_system_error(const std::string& what, int reason) {
    throw std::system_error(reason, std::generic_category(), what);
}

/// A file in memory: unlike a pipe it never fills up, so nobody has to read while the program runs.
int memory_file(const char* name) {
    const int file = ::memfd_create(name, MFD_CLOEXEC);
    if (file < 0) throw_system_error("memfd_create", errno);
    return file;
}

void fill(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0) throw_system_error("write", errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    ::lseek(file, 0, SEEK_SET);
}

std::string content(int file) {
    std::string text;
    std::string part(65'536, '\0');
    while (true) {
        const ssize_t read = ::pread(file, part.data(), part.size(), static_cast<off_t>(text.size()));
        if (read < 0) throw_system_error("pread", errno);
        if (read == 0) return text;
        text.append(part, 0, static_cast<std::size_t>(read));
    }
}

std::string name_of(const std::string& variable) { return variable.substr(0, variable.find('=') + 1); }

/// The environment of this program with `changes` in place of the variables of the same name.
std::vector<std::string> environment_with(const std::vector<std::string>& changes) {
    std::vector<std::string> variables = changes;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string own = *variable;
        const bool replaced = std::any_of(changes.begin(), changes.end(),
                                          [&](const std::string& changed) { return name_of(changed) == name_of(own); });
        if (!replaced) variables.push_back(own);
    }
    return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// posix_spawn's list of what happens in the child before the program starts.
class SpawnActions {
public:
    SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;

    void connect(int file, int stream) { ::posix_spawn_file_actions_adddup2(&actions_, file, stream); }
    void enter(const std::filesystem::path& folder) {
        ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
    }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

std::string from_environment(const char* variable) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0')
        throw std::runtime_error(std::string(variable) + " is not set; run this test with ctest, which sets it");
    return value;
}

}  // namespace

RunningProgram::RunningProgram(const Invocation& invocation)
    : output_(memory_file("output")), errors_(memory_file("errors")) {
    const int input = memory_file("input");
    fill(input, invocation.input);
    SpawnActions actions;
    actions.connect(input, STDIN_FILENO);
    actions.connect(output_, STDOUT_FILENO);
    actions.connect(errors_, STDERR_FILENO);
    if (!invocation.folder.empty()) actions.enter(invocation.folder);
    std::vector<std::string> arguments = invocation.arguments;
    std::vector<std::string> environment = environment_with(invocation.environment);
    const int failure = ::posix_spawnp(&id_, arguments.front().c_str(), actions.get(), nullptr,
                                       pointers_to(arguments).data(), pointers_to(environment).data());
    ::close(input);
    if (failure != 0) throw_system_error(arguments.front(), failure);
    handle_ = static_cast<int>(::syscall(SYS_pidfd_open, id_, 0));  // glibc 2.36 declares pidfd_open for C only
    if (handle_ < 0) throw_system_error("pidfd_open", errno);
}

RunningProgram::~RunningProgram() {
    if (!ended_) {
        ::kill(id_, SIGKILL);
        ::waitpid(id_, nullptr, 0);
    }
    for (const int file : {handle_, output_, errors_}) ::close(file);
}

void RunningProgram::send(int signal) const {
    if (!ended_) ::kill(id_, signal);
}

bool RunningProgram::wait(std::chrono::milliseconds limit) {
    if (ended_) return true;
    pollfd ending{handle_, POLLIN, 0};
    if (::poll(&ending, 1, static_cast<int>(limit.count())) <= 0) return false;
    int how = 0;
    ::waitpid(id_, &how, 0);
    status_ = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
    return ended_ = true;
}

std::string RunningProgram::output() const { return content(output_); }
std::string RunningProgram::errors() const { return content(errors_); }

Outcome run_program(const Invocation& invocation) {
    RunningProgram program(invocation);
    if (!program.wait(invocation.limit))
        throw std::runtime_error(invocation.arguments.front() + " did not end in time; it said:\n" + program.output() +
                                 program.errors());
    return {program.status(), program.output(), program.errors()};
}

std::string indexer_program() { return from_environment("SCHAKEL_INDEXER"); }
std::string searchd_program() { return from_environment("SCHAKEL_SEARCHD"); }

}  // namespace schakel
