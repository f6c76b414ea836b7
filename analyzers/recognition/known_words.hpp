#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// Number of a word that some phrase uses. 0 = a word that no phrase uses.
using WordNumber = std::uint32_t;

inline constexpr WordNumber unknown_word = 0;
inline constexpr std::size_t longest_known_word = 63;  // bytes; a longer word is never known

/// The words that phrases consist of, folded (see `fold`). Filled at the start; then safe from any thread. A word that is not
/// known, which nearly all words of a text are, nearly always costs one look at a filter that stays in the processor's cache
/// (B. Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970; with one bit per word).
class KnownWords {
public:
    KnownWords();

    /// For who only wants to know where words begin and end.
    static const KnownWords& none();

    /// The word's number, a new one if it had none. `folded` is at most `longest_known_word` bytes, else unknown_word.
    WordNumber add(std::string_view folded);

    WordNumber find(std::string_view folded) const { return find(folded, hash_of(folded)); }

    /// With the hash made on the way, by `next_hash` from `first_hash` on.
    WordNumber find(std::string_view folded, std::uint64_t hash) const {
        return may_know(hash) ? probe(folded, hash) : unknown_word;
    }

    /// One more than the highest number.
    std::size_t size() const { return words_.size(); }

    /// The bytes of a word are hashed eight at a time, the last ones filled up with zeros. Only for speed: a hit compares the
    /// word itself.
    static constexpr std::uint64_t first_hash = 0;
    static constexpr std::uint64_t next_hash(std::uint64_t hash, std::uint64_t eight_bytes) {
        const std::uint64_t mixed =
            (hash ^ eight_bytes) * 0x9E3779B97F4A7C15U;  // Fibonacci hashing (Knuth, TAOCP 3, 6.4)
        return mixed ^ (mixed >> 32U);
    }
    static std::uint64_t hash_of(std::string_view folded);

private:
    struct Slot {
        std::uint64_t hash = 0;
        WordNumber word = unknown_word;
    };

    static constexpr std::size_t filter_bits = std::size_t{1} << 18U;

    static std::uint64_t filter_bit(std::uint64_t hash) { return std::uint64_t{1} << (hash % 64); }
    static std::size_t filter_place(std::uint64_t hash) { return (hash / 64 ^ hash >> 40U) % (filter_bits / 64); }
    bool may_know(std::uint64_t hash) const { return (filter_[filter_place(hash)] & filter_bit(hash)) != 0; }
    WordNumber probe(std::string_view folded, std::uint64_t hash) const;
    std::size_t slot_of(std::uint64_t hash) const { return (hash ^ (hash >> 32)) & (slots_.size() - 1); }
    void grow();

    std::vector<std::string> words_;     // by number; that of unknown_word is empty
    std::vector<std::uint64_t> filter_;  // the bit of every known word is set
    std::vector<Slot> slots_;            // a power of two, at most a quarter full; collisions go to the next slot
};

}  // namespace schakel
