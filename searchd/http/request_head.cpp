#include "searchd/http/request_head.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "searchd/http/header_text.hpp"

namespace schakel {

namespace {

using Checked = tl::expected<void, Refusal>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// tchar of RFC 9110.
bool is_token_character(char c) {
    return is_letter(c) || is_digit(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool is_control(char c) { return (c >= 0 && c < ' ') || c == 0x7F; }

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

/// Whether a list such as "keep-alive, Upgrade" has this word.
bool lists(std::string_view list, std::string_view word) {
    while (!list.empty())
        if (is_same_word(take_item(list), word)) return true;
    return false;
}

bool is_host_character(char c) {
    return is_letter(c) || is_digit(c) || std::string_view("-._~%!$&'()*+,;=:[]").find(c) != std::string_view::npos;
}

/// Whether a body of this kind is a form: "application/x-www-form-urlencoded; charset=UTF-8".
bool is_form_type(std::string_view content_type) {
    return is_same_word(trimmed_blanks(content_type.substr(0, content_type.find(';'))), form_media_type);
}

/// The first line cut off `rest`, without its CRLF.
std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find("\r\n"), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 2, rest.size()));
    return line;
}

/// "http://host/path" as proxies may send it, without scheme and host.
std::string_view without_authority(std::string_view target) {
    const std::size_t scheme = target.find("://");
    if (target.starts_with('/') || scheme == std::string_view::npos) return target;
    const std::size_t path = target.find_first_of("/?", scheme + 3);
    return path == std::string_view::npos || target[path] == '?' ? "/" : target.substr(path);
}

class HeadParser {
public:
    explicit HeadParser(const HttpLimits& limits) : limits_(limits) {}

    tl::expected<RequestHead, Refusal> parse(std::string_view head) {
        if (const auto right = read_request_line(take_line(head)); !right) return tl::unexpected(right.error());
        if (head.size() > limits_.header_bytes) return tl::unexpected(Refusal::header_too_long);
        for (std::size_t lines = 0; !head.empty(); ++lines) {
            if (lines == limits_.header_lines) return tl::unexpected(Refusal::header_too_long);
            if (const auto right = read_header(take_line(head)); !right) return tl::unexpected(right.error());
        }
        if (const auto right = check_whole(); !right) return tl::unexpected(right.error());
        return std::move(head_);
    }

private:
    Checked read_request_line(std::string_view line) {
        const std::size_t first = line.find(' ');
        const std::size_t last = line.rfind(' ');
        if (first == std::string_view::npos || first == last) return tl::unexpected(Refusal::bad_request_line);
        const std::string_view method = line.substr(0, first);
        const std::string_view target = line.substr(first + 1, last - first - 1);
        if (!is_token(method) || method.size() > 20) return tl::unexpected(Refusal::bad_request_line);
        head_.request.method = method;
        if (target.size() > limits_.target_bytes) return tl::unexpected(Refusal::target_too_long);
        if (const auto right = read_version(line.substr(last + 1)); !right) return right;
        return read_target(target);
    }

    Checked read_version(std::string_view version) {
        if (version.size() != 8 || !version.starts_with("HTTP/") || !is_digit(version[5]) || version[6] != '.' ||
            !is_digit(version[7]))
            return tl::unexpected(Refusal::bad_request_line);
        if (version[5] != '1') return tl::unexpected(Refusal::unknown_version);
        is_1_0_ = version[7] == '0';
        return {};
    }

    Checked read_target(std::string_view target) {
        const auto is_not_allowed = [](char c) { return is_control(c) || c == ' '; };
        if (std::any_of(target.begin(), target.end(), is_not_allowed)) return tl::unexpected(Refusal::bad_request_line);
        const std::string_view local = without_authority(target);
        const bool is_for_all = local == "*" && head_.request.method == "OPTIONS";
        if (!local.starts_with('/') && !is_for_all) return tl::unexpected(Refusal::bad_request_line);
        const std::size_t mark = local.find('?');
        head_.request.path = local.substr(0, mark);
        if (mark != std::string_view::npos) head_.request.query = local.substr(mark + 1);
        return {};
    }

    Checked read_header(std::string_view line) {
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
            return tl::unexpected(Refusal::bad_header);
        const std::string_view value = trimmed_blanks(line.substr(colon + 1));
        const auto is_not_allowed = [](char c) { return is_control(c) && c != '\t'; };
        if (std::any_of(value.begin(), value.end(), is_not_allowed)) return tl::unexpected(Refusal::bad_header);
        return take_header(lowered(line.substr(0, colon)), value);
    }

    Checked take_header(const std::string& name, std::string_view value) {
        if (name == "content-length") return take_length(value);
        if (name == "transfer-encoding") in_chunks_ = true;
        if (name == "expect") expects_word_ = true;
        if (name == "connection") take_connection(value);
        if (name == "host" && has_host_) return tl::unexpected(Refusal::bad_host);
        if (name == "host") has_host_ = true;
        if (std::find(kept_headers.begin(), kept_headers.end(), name) != kept_headers.end()) keep(name, value);
        return {};
    }

    Checked take_length(std::string_view value) {
        std::size_t length = 0;
        const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), length);
        const bool is_number = !value.empty() && std::all_of(value.begin(), value.end(), is_digit);
        if (length_ || !is_number) return tl::unexpected(Refusal::bad_length);
        if (problem != std::errc{}) return tl::unexpected(Refusal::body_too_long);
        length_ = length;
        return {};
    }

    void take_connection(std::string_view value) {
        if (lists(value, "close")) wants_close_ = true;
    }

    void keep(const std::string& name, std::string_view value) {
        for (auto& [known, values] : head_.request.headers)
            if (known == name) {
                values.append(", ").append(value);
                return;
            }
        head_.request.headers.emplace_back(name, value);
    }

    Checked check_whole() {
        const std::string_view host = head_.request.header("host");
        if (!has_host_ && !is_1_0_) return tl::unexpected(Refusal::bad_host);
        if (!std::all_of(host.begin(), host.end(), is_host_character)) return tl::unexpected(Refusal::bad_host);
        if (in_chunks_) return tl::unexpected(length_ || is_1_0_ ? Refusal::bad_length : Refusal::length_required);
        if (is_form()) head_.request.form.emplace();
        const std::size_t most = head_.request.form ? limits_.form_bytes : limits_.body_bytes;
        if (length_.value_or(0) > most) return tl::unexpected(Refusal::body_too_long);
        head_.awaits_leave = head_.request.form && expects_word_ && !is_1_0_;
        // Who waits for leave to send another body gets the answer instead, and no second request behind it.
        const bool is_not_sent = !head_.request.form && expects_word_;
        head_.body_bytes = is_not_sent ? 0 : length_.value_or(0);
        head_.keep_alive = !wants_close_ && !is_1_0_ && !is_not_sent;
        head_.request.accept_language = head_.request.header("accept-language");
        head_.request.if_none_match = without_weakness(head_.request.header("if-none-match"));
        return {};
    }

    bool is_form() const {
        return head_.request.method == "POST" && is_form_type(head_.request.header("content-type"));
    }

    /// If-None-Match compares weakly (RFC 9110 § 13.1.2), and encoding an answer makes its tag weak.
    static std::string without_weakness(std::string_view tags) {
        std::string result;
        for (std::size_t i = 0; i < tags.size(); ++i)
            if (tags.substr(i).starts_with("W/\"")) {
                ++i;
            } else {
                result += tags[i];
            }
        return result;
    }

    const HttpLimits& limits_;
    RequestHead head_;
    std::optional<std::size_t> length_;
    bool is_1_0_ = false;
    bool has_host_ = false;
    bool in_chunks_ = false;
    bool expects_word_ = false;
    bool wants_close_ = false;
};

}  // namespace

tl::expected<RequestHead, Refusal> parse_request_head(std::string_view head, const HttpLimits& limits) {
    return HeadParser(limits).parse(head);
}

}  // namespace schakel
