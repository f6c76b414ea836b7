#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace schakel {

/// Appends numbers and strings in the byte order of the machine (the index is not carried between byte orders: its header
/// holds a mark that the reader checks).
class ByteWriter {
public:
    template <class Number>
    void number(Number value) {
        static_assert(std::is_trivially_copyable_v<Number>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        bytes_.append(value);
    }

    template <class Number>
    void array(const std::vector<Number>& values) {
        static_assert(std::is_trivially_copyable_v<Number>);
        number(static_cast<std::uint64_t>(values.size()));
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Number));
    }

    void raw(std::string_view value) { bytes_.append(value); }
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

/// Reads what ByteWriter wrote. Past the end every read gives a zero or empty value and `ok()` turns false, so a caller
/// checks once at the end instead of after each step.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    template <class Number>
    Number number() {
        Number value{};
        if (const std::string_view bytes = take(sizeof value); bytes.size() == sizeof value)
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }

    std::string_view text() { return take(number<std::uint32_t>()); }

    template <class Number>
    std::vector<Number> array() {
        const auto count = number<std::uint64_t>();
        if (count > rest_.size() / sizeof(Number)) {
            ok_ = false;
            rest_ = {};
            return {};
        }
        std::vector<Number> values(count);
        const std::string_view bytes = take(count * sizeof(Number));
        if (!values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
        return values;
    }

    /// An array where it stands, without a copy; the bytes must begin at an address and the array at a place that suit its numbers.
    template <class Number>
    std::span<const Number> view() {
        const auto count = number<std::uint64_t>();
        const bool fits = count <= rest_.size() / sizeof(Number);
        const bool aligned = reinterpret_cast<std::uintptr_t>(rest_.data()) % alignof(Number) == 0;
        if (!fits || !aligned) {
            ok_ = false;
            rest_ = {};
            return {};
        }
        return {reinterpret_cast<const Number*>(take(count * sizeof(Number)).data()), count};
    }

    bool ok() const { return ok_; }
    std::size_t remaining() const { return rest_.size(); }

private:
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) {
            ok_ = false;
            rest_ = {};
            return {};
        }
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace schakel
