#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "config/index/field_table.hpp"

namespace schakel {

/// Files of a segment folder.
inline constexpr std::string_view postings_name =
    "postings.glass";  // Xapian database in one file: of each term a posting list (posting_list.hpp), as metadata
inline constexpr std::string_view columns_name = "columns.bin";
inline constexpr std::string_view records_name = "records.blocks";

/// How often a term stands in each text field of a document, packed into the one number that a posting carries. So a term has one posting list instead of one a field, which is shorter to store and to walk.
/// Counts stop at the most that a field has room for: BM25 saturates long before. A plain value.
class FieldCounts {
public:
    constexpr FieldCounts() = default;
    constexpr explicit FieldCounts(std::uint32_t packed) : packed_(packed) {}

    constexpr std::uint32_t packed() const { return packed_; }

    constexpr std::uint32_t of(FieldId text_field) const {
        const Room room = rooms[static_cast<std::size_t>(text_field)];
        return (packed_ >> room.shift) & most(room);
    }

    constexpr void add(FieldId text_field, std::uint32_t times) {
        const Room room = rooms[static_cast<std::size_t>(text_field)];
        const std::uint32_t sum = std::min(of(text_field) + std::min(times, most(room)), most(room));
        packed_ = (packed_ & ~(most(room) << room.shift)) | (sum << room.shift);
    }

    /// Whether the term stands in the body and nowhere else, as most do: then `packed()` is how often.
    constexpr bool is_body_only() const { return packed_ <= most(rooms[static_cast<std::size_t>(FieldId::body)]); }

private:
    struct Room {
        unsigned shift;
        unsigned bits;
    };
    static constexpr std::uint32_t most(Room room) { return (1U << room.bits) - 1; }

    /// By text field. Body and title come first: together they take the seven bits that fit in one byte on disk.
    static constexpr std::array<Room, text_field_count> rooms{{{5, 2}, {7, 3}, {0, 5}, {10, 2}, {12, 2}}};

    std::uint32_t packed_ = 0;
};

/// A word within a longer compound stands in the postings apart from the word itself, because it counts less. Terms begin with
/// a letter, a digit or '@', so the marks cannot be mistaken for a part of one.
inline std::string part_term(std::string_view term) { return '~' + std::string(term); }

/// A word as it was written, folded: what words in quotes ask for.
inline std::string exact_term(std::string_view form) { return '=' + std::string(form); }

/// The term that leads to the document with this id ("Q" by Xapian's convention); an id is at most 200 bytes.
inline std::string id_term(std::string_view id) { return "Q" + std::string(id); }

}  // namespace schakel
