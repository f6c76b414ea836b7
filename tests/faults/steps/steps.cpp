// Stands between a program and the C library: the calls with which a program makes something lasting are the steps of a
// publication. Dying between any two of them must leave a sound index, so the program is killed before step number
// SCHAKEL_KILL_AT_STEP, counted from 1.

#include <atomic>
#include <csignal>
#include <cstdlib>

#include <sys/types.h>

#include <dlfcn.h>
#include <unistd.h>

namespace {

long fatal_step() {
    const char* value = std::getenv("SCHAKEL_KILL_AT_STEP");
    return value == nullptr ? 0 : std::atol(value);
}

void count_step() {
    static std::atomic<long> steps = 0;
    static const long fatal = fatal_step();
    if (++steps == fatal) ::kill(::getpid(), SIGKILL);
}

/// Counts a step and returns the function of the C library that takes it.
template <class Function>
Function* step(const char* name) {
    count_step();
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

// The C library declares these too; attributes such as noexcept are its own.
extern "C" {

int fsync(int file) { return step<int(int)>("fsync")(file); }
int fdatasync(int file) { return step<int(int)>("fdatasync")(file); }
int rename(const char* from, const char* to) noexcept {
    return step<int(const char*, const char*)>("rename")(from, to);
}
int symlink(const char* target, const char* path) noexcept {
    return step<int(const char*, const char*)>("symlink")(target, path);
}
int unlink(const char* path) noexcept { return step<int(const char*)>("unlink")(path); }
int unlinkat(int folder, const char* path, int flags) noexcept {
    return step<int(int, const char*, int)>("unlinkat")(folder, path, flags);
}
int mkdir(const char* path, mode_t mode) noexcept { return step<int(const char*, mode_t)>("mkdir")(path, mode); }
int flock(int file, int operation) noexcept { return step<int(int, int)>("flock")(file, operation); }
}
