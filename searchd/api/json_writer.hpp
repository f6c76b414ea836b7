#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// Writes JSON (RFC 8259) straight into one string: an answer has thousands of small values, and a tree of them took five times
/// as long as the search. Whoever writes closes what was opened, and gives each key a value; that is not checked.
/// Text that is no UTF-8 gets U+FFFD where it is wrong. One thread.
class JsonWriter {
public:
    /// `expected_bytes` spares growing.
    explicit JsonWriter(std::size_t expected_bytes = 0) { json_.reserve(expected_bytes); }

    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }
    void begin_object(std::string_view key) { (this->key(key), begin_object()); }
    void begin_array(std::string_view key) { (this->key(key), begin_array()); }

    /// The value of it comes next.
    void key(std::string_view name);

    void value(std::string_view text);
    void value(bool truth);
    void value(double number);  // finite; in the fewest digits that give it back
    template <std::integral Number>
    void value(Number number) {
        if constexpr (std::is_signed_v<Number>)
            write(static_cast<std::int64_t>(number));
        else
            write(static_cast<std::uint64_t>(number));
    }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(const char* text) { value(std::string_view(text)); }
    void value(const std::vector<std::string>& texts);

    template <class Value>
    void member(std::string_view name, const Value& given) {
        key(name);
        value(given);
    }

    /// Only when there is something to tell: absent means unknown.
    template <class Value>
    void known_member(std::string_view name, const Value& given) {
        if (!given.empty()) member(name, given);
    }

    std::string take() { return std::move(json_); }

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void write(std::int64_t number);
    void write(std::uint64_t number);
    void append_quoted(std::string_view text);

    std::string json_;
    bool first_ = true;  // of the object or array at hand: no comma before what comes
};

}  // namespace schakel
