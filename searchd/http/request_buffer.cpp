#include "searchd/http/request_buffer.hpp"

#include <algorithm>
#include <utility>

#include "searchd/http/header_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t method_and_version = 32;  // bytes of a first line beside its target, at most

}  // namespace

std::optional<tl::expected<RequestHead, Refusal>> RequestBuffer::next() {
    if (head_) return read_body();
    skip_empty_lines();
    return read_on();
}

/// Old clients send one behind a body (RFC 9112 § 2.2).
void RequestBuffer::skip_empty_lines() {
    if (looked_at_ > 0) return;
    std::size_t empty = 0;
    while (std::string_view(bytes_).substr(empty).starts_with("\r\n")) empty += 2;
    bytes_.erase(0, empty);
}

/// Looks for the end of the head in what came in since last time. Every refusal depends on the bytes up to here alone, so that
/// it is the same however they arrive.
RequestBuffer::Next RequestBuffer::read_on() {
    if (bytes_ == "\r") return std::nullopt;  // of an empty line, perhaps
    for (; looked_at_ < bytes_.size(); ++looked_at_) {
        if (lines_ == 0 && looked_at_ > limits_.target_bytes + method_and_version)
            return tl::unexpected(Refusal::target_too_long);
        if (lines_ > 0 && looked_at_ > first_line_ + limits_.header_bytes + 2)
            return tl::unexpected(Refusal::header_too_long);
        if (bytes_[looked_at_] != '\n') continue;
        if (looked_at_ == 0 || bytes_[looked_at_ - 1] != '\r')
            return tl::unexpected(lines_ == 0 ? Refusal::bad_request_line : Refusal::bad_header);
        if (std::string_view(bytes_).substr(0, looked_at_ + 1).ends_with("\r\n\r\n")) return read_head();
        if (++lines_ > limits_.header_lines + 1) return tl::unexpected(Refusal::header_too_long);
        if (lines_ == 1) first_line_ = looked_at_ + 1;
    }
    return std::nullopt;
}

RequestBuffer::Next RequestBuffer::read_head() {
    auto parsed = parse_request_head(std::string_view(bytes_).substr(0, looked_at_ - 1), limits_);
    if (!parsed) return parsed;
    bytes_.erase(0, looked_at_ + 1);
    looked_at_ = first_line_ = lines_ = 0;
    if (parsed->body_bytes == 0) return parsed;
    head_ = std::move(*parsed);
    return read_body();
}

RequestBuffer::Next RequestBuffer::read_body() {
    const std::size_t here = std::min(head_->body_bytes, bytes_.size());
    if (head_->request.form) head_->request.form->append(bytes_, 0, here);
    bytes_.erase(0, here);
    head_->body_bytes -= here;
    if (head_->body_bytes > 0) return std::nullopt;
    RequestHead whole = std::move(*head_);
    head_.reset();
    return whole;
}

/// Who began to send it does not wait (RFC 9110 § 10.1.1).
bool RequestBuffer::leave_is_asked() {
    if (!head_ || !std::exchange(head_->awaits_leave, false)) return false;
    return head_->request.form->empty();
}

std::string_view RequestBuffer::languages_so_far() const {
    if (head_) return head_->request.accept_language;
    constexpr std::string_view name = "accept-language:";
    std::string_view rest = bytes_;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (is_same_word(line.substr(0, name.size()), name))
            return line.substr(name.size(), line.find('\r') - name.size());
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

}  // namespace schakel
