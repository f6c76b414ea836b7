#pragma once

#include <cstdio>
#include <cstdlib>

namespace schakel {

/// Aborts when `kept` is false, so that the fuzzer keeps the input that broke the promise.
inline void promise(bool kept, const char* what) {
    if (kept) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

}  // namespace schakel
