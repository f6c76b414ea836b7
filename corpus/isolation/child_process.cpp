#include "corpus/isolation/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

#include <sys/syscall.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <unistd.h>

#include "config/system_reason.hpp"

namespace schakel {

namespace {

constexpr std::size_t piece_size = std::size_t{64} * 1024;  // what a pipe holds

/// posix_spawn's list of what happens in the child before the program starts, and how it starts.
class SpawnPlan {
public:
    SpawnPlan() {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawnattr_init(&attributes_);
    }
    ~SpawnPlan() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    void connect(int file, int answer) {
        ::posix_spawn_file_actions_adddup2(&actions_, file, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions_, answer, STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    }

    /// Signals that this program blocks or ignores are no business of the child.
    void reset_signals() {
        sigset_t signals;
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes_, &signals);
        ::sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }

    /// 0 or an errno.
    int spawn(pid_t& id, const char* program, char* const* arguments, char* const* environment) const {
        return ::posix_spawn(&id, program, &actions_, &attributes_, arguments, environment);
    }

private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// The settings of sanitizers are kept, for the tests.
std::vector<std::string> environment() {
    std::vector<std::string> variables{"LC_ALL=C.UTF-8"};
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
        if (const char* value = std::getenv(name)) variables.push_back(fmt::format("{}={}", name, value));
    return variables;
}

tl::unexpected<Error> cannot_open(int reason) {
    const Text why = system_reason(reason);
    return fail(ErrorCode::unreadable,
                {fmt::format("openen is mislukt ({})", why.nl), fmt::format("opening failed ({})", why.en)});
}

tl::unexpected<Error> cannot_start(const std::filesystem::path& program, int reason) {
    const Text why = system_reason(reason);
    return fail(ErrorCode::unreadable,
                {fmt::format("het programma {} kan niet worden gestart ({})", program.string(), why.nl),
                 fmt::format("the program {} cannot be started ({})", program.string(), why.en)},
                {"schakel-reader hoort in de map van schakel-indexer te staan",
                 "schakel-reader belongs in the folder of schakel-indexer"});
}

/// Copies below the standard streams would be overwritten by the connections of the child.
int above_standard_streams(int file) {
    if (file < 0 || file > STDERR_FILENO) return file;
    const Descriptor low{file};
    return ::fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
}

/// Waits until there is something to read; false when the deadline comes first.
bool is_ready(int file, ChildProcess::Clock::time_point deadline) {
    using std::chrono::milliseconds;
    while (true) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - ChildProcess::Clock::now()).count();
        pollfd waiting{file, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000)));
        if (ready > 0) return true;
        if (ready == 0 && left <= 0) return false;
    }
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const std::filesystem::path& program, std::vector<std::string> arguments,
                                         const std::filesystem::path& file) {
    // A named pipe is opened without waiting for someone who writes to it.
    const Descriptor input{above_standard_streams(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))};
    if (!input.is_open()) return cannot_open(errno);
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return cannot_start(program, errno);
    Descriptor answer{above_standard_streams(ends[0])};
    const Descriptor child_answer{above_standard_streams(ends[1])};
    if (!answer.is_open() || !child_answer.is_open()) return cannot_start(program, errno);

    SpawnPlan plan;
    plan.connect(input.number(), child_answer.number());
    plan.reset_signals();
    arguments.insert(arguments.begin(), program.string());
    std::vector<std::string> variables = environment();
    pid_t id = -1;
    const int failure = plan.spawn(id, program.c_str(), pointers_to(arguments).data(), pointers_to(variables).data());
    if (failure != 0) return cannot_start(program, failure);
    return ChildProcess{id, std::move(answer)};
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : id_(std::exchange(other.id_, -1)), answer_(std::move(other.answer_)) {}

ChildProcess::~ChildProcess() {
    if (id_ > 0) {
        ::kill(id_, SIGKILL);
        reap();
    }
}

ChildProcess::Waiting ChildProcess::read(std::string& piece, Clock::time_point deadline) const {
    piece.resize(piece_size);
    ssize_t size = -1;
    do {
        if (!is_ready(answer_.number(), deadline)) return Waiting::too_late;
        size = ::read(answer_.number(), piece.data(), piece.size());
    } while (size < 0 && errno == EINTR);
    piece.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return piece.empty() ? Waiting::answer_ended : Waiting::answered;
}

std::optional<ProcessEnd> ChildProcess::wait(Clock::time_point deadline) {
    const Descriptor ending{static_cast<int>(::syscall(SYS_pidfd_open, id_, 0))};  // glibc 2.36: for C only
    if (ending.is_open() && !is_ready(ending.number(), deadline)) return std::nullopt;
    if (!ending.is_open()) ::kill(id_, SIGKILL);  // a kernel that cannot tell of its end
    return reap();
}

ProcessEnd ChildProcess::reap() {
    int how = 0;
    while (::waitpid(id_, &how, 0) < 0 && errno == EINTR) continue;
    id_ = -1;
    return WIFEXITED(how) ? ProcessEnd{WEXITSTATUS(how), 0} : ProcessEnd{0, WTERMSIG(how)};
}

}  // namespace schakel
