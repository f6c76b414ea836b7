#pragma once

namespace schakel {

/// Whether this is compiled with a sanitizer that needs address space without bound, and that looks at itself in /proc: with
/// AddressSanitizer or ThreadSanitizer, of g++ or clang.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
inline constexpr bool is_sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool is_sanitized = false;
#endif

}  // namespace schakel
