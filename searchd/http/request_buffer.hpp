#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "searchd/http/request_head.hpp"

namespace schakel {

/// Cuts what a client sends into requests, however the bytes arrive. Holds no more than the limits of a head and what was
/// added last, and a form; other bodies are dropped. Looks at each byte of an unfinished head once. One thread.
class RequestBuffer {
public:
    /// `limits` must outlive it.
    explicit RequestBuffer(const HttpLimits& limits) : limits_(limits) {}

    void add(std::string_view bytes) { bytes_ += bytes; }

    /// The next request, or why it is none: nothing of what follows can be understood then. Nothing while it is not whole.
    std::optional<tl::expected<RequestHead, Refusal>> next();

    /// Whether the client waits for leave to send a form, once for each form.
    bool leave_is_asked();

    /// Whether a part of a request is in.
    bool has_begun() const { return !bytes_.empty() || head_.has_value(); }

    /// The Accept-Language of a request that is not whole, or was none; empty when it has not come in.
    std::string_view languages_so_far() const;

private:
    using Next = std::optional<tl::expected<RequestHead, Refusal>>;

    void skip_empty_lines();
    Next read_head();
    Next read_on();
    Next read_body();

    const HttpLimits& limits_;
    std::string bytes_;
    std::size_t looked_at_ = 0;        // bytes of an unfinished head without its end
    std::size_t first_line_ = 0;       // bytes of the first line with its CRLF, once it is whole
    std::size_t lines_ = 0;            // whole lines among them
    std::optional<RequestHead> head_;  // while its body comes in
};

}  // namespace schakel
