#pragma once

#include <cstdint>

namespace schakel {

/// A file that is cut off while it is mapped makes the kernel end the program at the next look at what is gone (SIGBUS). From the
/// first call on such a page reads as zeros instead, and is counted: whoever mapped the file must not trust what it read. For the
/// whole program; safe from any thread.
void outlive_lost_pages();

/// How many pages were lost since the start.
std::uint64_t lost_pages();

}  // namespace schakel
