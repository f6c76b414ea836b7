#pragma once

namespace schakel {

/// Whether this is compiled with AddressSanitizer or ThreadSanitizer, by g++ or clang: such a program needs address space
/// without bound, looks at itself in /proc and is some thirty times as slow.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
inline constexpr bool is_sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool is_sanitized = false;
#endif

}  // namespace schakel
