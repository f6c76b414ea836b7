#pragma once

#include "config/text.hpp"

namespace schakel {

/// Why the operating system refused, as a sentence may end: "de schijf is vol". `number` is an errno; one that users do not
/// meet keeps the system's own English words. Safe from any thread.
Text system_reason(int number);

}  // namespace schakel
