#include "corpus/isolation/system_call_rules.hpp"

#include <array>
#include <cerrno>
#include <memory>
#include <type_traits>

#include <sys/ioctl.h>

#include <fcntl.h>
#include <seccomp.h>
#include <unistd.h>

namespace schakel {

namespace {

// Nothing here starts a process, reaches another one or the network, or changes a file. A call that an architecture does
// not have has a number that no program can use.
constexpr std::array harmless_calls{
    // files that are open, and what is known about others
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(preadv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(_llseek),
    SCMP_SYS(fstat),
    SCMP_SYS(fstat64),
    SCMP_SYS(newfstatat),
    SCMP_SYS(fstatat64),
    SCMP_SYS(stat),
    SCMP_SYS(stat64),
    SCMP_SYS(lstat),
    SCMP_SYS(lstat64),
    SCMP_SYS(statx),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    SCMP_SYS(fcntl),
    SCMP_SYS(fcntl64),
    SCMP_SYS(dup),
    SCMP_SYS(dup2),
    SCMP_SYS(dup3),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(fadvise64),
    SCMP_SYS(readahead),
    // memory; sanitizers write it to a pipe to see whether it is there
    SCMP_SYS(pipe),
    SCMP_SYS(pipe2),
    SCMP_SYS(brk),
    SCMP_SYS(mmap),
    SCMP_SYS(mmap2),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    // this process and its one thread
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getppid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getrlimit),
    SCMP_SYS(getrusage),
    SCMP_SYS(times),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    // time, chance and the machine
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(getrandom),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
};

constexpr scmp_datum_t changing_flags = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);

struct FreeFilter {
    void operator()(void* filter) const { ::seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FreeFilter>;

/// Collects rules; remembers the first failure.
class Rules {
public:
    Rules() : filter_(::seccomp_init(SCMP_ACT_ERRNO(ENOSYS))), failure_(filter_ ? 0 : ENOMEM) {}

    template <class... Conditions>
    void add(std::uint32_t action, int call, const Conditions&... conditions) {
        if (failure_ != 0) return;
        const std::array<scmp_arg_cmp, sizeof...(Conditions)> all{conditions...};
        failure_ = -::seccomp_rule_add_array(filter_.get(), action, call, sizeof...(Conditions), all.data());
    }

    void for_all_threads() {
        if (failure_ == 0) failure_ = -::seccomp_attr_set(filter_.get(), SCMP_FLTATR_CTL_TSYNC, 1);
    }

    int load() { return failure_ != 0 ? failure_ : -::seccomp_load(filter_.get()); }

private:
    Filter filter_;
    int failure_;
};

scmp_arg_cmp equals(unsigned int argument, scmp_datum_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }
scmp_arg_cmp masked(unsigned int argument, scmp_datum_t mask, scmp_datum_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

void allow_opening_to_read(Rules& rules) {
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(open), masked(1, changing_flags, O_RDONLY));
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(openat), masked(2, changing_flags, O_RDONLY));
}

/// The calls that are harmless with some arguments only.
void allow_conditional_calls(Rules& rules) {
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), equals(0, static_cast<scmp_datum_t>(::getpid())));  // abort()
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(ioctl), equals(1, TCGETS));                                  // isatty()
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), equals(0, 0), equals(2, 0));                     // asking only
}

}  // namespace

int allow_system_calls_to_read() {
    Rules rules;
    for (const int call : harmless_calls) rules.add(SCMP_ACT_ALLOW, call);
    allow_opening_to_read(rules);
    allow_conditional_calls(rules);
    rules.for_all_threads();
    return rules.load();
}

}  // namespace schakel
