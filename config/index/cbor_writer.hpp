#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace schakel {

/// Writes CBOR (RFC 8949) item by item; what it writes `CborReader` reads. A map or list is told how many pairs or items it has,
/// and these are written after it: the writer does not check that they come. One thread.
class CborWriter {
public:
    void map(std::size_t pairs) { head(Kind::map, pairs); }
    void list(std::size_t items) { head(Kind::list, items); }

    void text(std::string_view value) {
        head(Kind::text, value.size());
        bytes_ += value;
    }

    void integer(std::int64_t value);
    void boolean(bool value);

    /// What was written; the writer starts again.
    std::string take() { return std::exchange(bytes_, {}); }

private:
    enum class Kind : std::uint8_t { positive, negative, bytes, text, list, map, tag, simple };

    void head(Kind kind, std::uint64_t value);

    std::string bytes_;
};

}  // namespace schakel
