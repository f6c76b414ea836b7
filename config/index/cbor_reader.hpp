#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace schakel {

/// Reads CBOR (RFC 8949) item by item, without building a tree of it. What is asked for must come next; when something else does,
/// or the bytes end, that read and every later one give zero or an empty value and `ok()` turns false, so a caller checks once.
/// Lengths that are not stated in front (indefinite) count as damage. Views live as long as the bytes. Takes time in proportion to
/// the bytes, whatever they hold. One thread.
class CborReader {
public:
    explicit CborReader(std::string_view bytes) : bytes_(bytes) {}

    /// How many pairs of a text and another item follow, or how many items: never more than there are bytes.
    std::size_t map() { return count(Kind::map); }
    std::size_t list() { return count(Kind::list); }

    std::string_view text();
    std::int64_t integer();
    bool boolean();

    /// Passes over one item with all that is in it; nested deeper than `deepest` is damage.
    void skip() { skip(deepest); }

    bool ok() const { return ok_; }
    bool at_end() const { return at_ == bytes_.size(); }

    /// How many bytes have been read: where the damage is.
    std::size_t position() const { return at_; }

    static constexpr int deepest = 16;

private:
    enum class Kind : std::uint8_t { positive, negative, bytes, text, list, map, tag, simple };

    /// What an item begins with.
    struct Head {
        Kind kind = Kind::positive;
        std::uint64_t value = 0;
    };

    Head head();
    std::size_t count(Kind wanted);
    std::string_view take(std::uint64_t size);
    void skip(int depth);
    void fail();

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

}  // namespace schakel
