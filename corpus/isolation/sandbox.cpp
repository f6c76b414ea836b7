#include "corpus/isolation/sandbox.hpp"

#include <csignal>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <fmt/format.h>

#include "config/sanitized.hpp"
#include "config/system_reason.hpp"
#include "corpus/isolation/path_rules.hpp"
#include "corpus/isolation/system_call_rules.hpp"

namespace schakel {

namespace {

constexpr rlim_t most_open_files = 64;

tl::unexpected<Error> refused(const char* what, int reason) {
    const Text why = system_reason(reason);
    return fail(
        ErrorCode::unreadable,
        {fmt::format("de lezer kan niet worden afgeschermd ({}: {}), dus is het bestand niet gelezen", what, why.nl),
         fmt::format("the reader cannot be isolated ({}: {}), so the file was not read", what, why.en)},
        {"laat de container of de systeembeheerder seccomp en setrlimit toestaan",
         "let the container or the system's administrator allow seccomp and setrlimit"});
}

Result<void> limit(decltype(RLIMIT_CPU) resource, const char* name, rlim_t soft, rlim_t hard) {
    const rlimit limits{soft, hard};
    if (::setrlimit(resource, &limits) != 0) return refused(name, errno);
    return {};
}

Result<void> limit_resources(const IsolationLimits& limits) {
    const auto seconds = static_cast<rlim_t>(limits.cpu_seconds);
    // Past the soft limit comes SIGXCPU, which tells the starter why; the hard one is for who ignores that.
    Result<void> done = limit(RLIMIT_CPU, "RLIMIT_CPU", seconds, seconds + 1);
    if (done && !is_sanitized) done = limit(RLIMIT_AS, "RLIMIT_AS", limits.memory_bytes, limits.memory_bytes);
    if (done) done = limit(RLIMIT_FSIZE, "RLIMIT_FSIZE", 0, 0);
    if (done) done = limit(RLIMIT_CORE, "RLIMIT_CORE", 0, 0);
    if (done) done = limit(RLIMIT_NPROC, "RLIMIT_NPROC", 0, 0);
    if (done) done = limit(RLIMIT_NOFILE, "RLIMIT_NOFILE", most_open_files, most_open_files);
    return done;
}

/// Without privileges to gain, which the kernel demands of who wants to restrict itself.
Result<void> tie_to_starter() {
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return refused("PR_SET_PDEATHSIG", errno);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return refused("PR_SET_NO_NEW_PRIVS", errno);
    return {};
}

}  // namespace

Result<void> enter_sandbox(const IsolationLimits& limits, int file) {
    if (Result<void> tied = tie_to_starter(); !tied) return tied;
    if (Result<void> limited = limit_resources(limits); !limited) return limited;
    if (const int reason = allow_paths_to_read(file); reason != 0) return refused("landlock", reason);
    if (const int reason = allow_system_calls_to_read(); reason != 0) return refused("seccomp", reason);
    return {};
}

}  // namespace schakel
