#pragma once

namespace schakel {

/// Leaves this process the system calls that reading and computing need. Every other, opening for writing among them, fails as
/// if the kernel did not know it: ENOSYS, on which libraries fall back to older calls. Holds for all threads and for good.
/// Returns 0, or the errno with which the kernel refused.
int allow_system_calls_to_read();

}  // namespace schakel
