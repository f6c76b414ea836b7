#pragma once

#include "config/error.hpp"
#include "corpus/isolation/isolation_limits.hpp"

namespace schakel {

/// Takes from this process, for good, all that reading a file does not need: it may use memory and processor time up to the
/// limits, read the file that is open as `file`, the libraries and their fonts and tables, and write to what is already open
/// for writing. No network, no new processes or threads, no writing to the file system, no core dumps; it ends with the
/// thread that started it. Kernel means: resource limits (setrlimit(2)), system calls by a list of those that are allowed
/// (seccomp(2)) and, where the kernel has it, paths (landlock(7)).
/// Errors: unreadable, when the kernel refuses one of these; nothing may be read then. Call it once, before the first untrusted
/// byte. With AddressSanitizer, which reserves terabytes of addresses, memory is not limited.
Result<void> enter_sandbox(const IsolationLimits& limits, int file);

}  // namespace schakel
