#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace schakel {

/// One letter of a word in an automaton: where the next letter stands, and how many words come before those that go on here.
/// Node n has its letter c in slot n + c; a slot that holds another letter, or none (0), belongs to another node.
struct AutomatonSlot {
    std::uint32_t letter_and_next =
        0;  // letter in the low 8 bits, above them the node that it leads to; 0 = no letters follow
    std::uint32_t end_and_before =
        0;  // whether a word ends here in the low bit, above it the words of the node before this letter

    static constexpr std::uint32_t most_nodes = 1U << 24;

    unsigned char letter() const { return static_cast<unsigned char>(letter_and_next & 0xFFU); }
    std::uint32_t next() const { return letter_and_next >> 8U; }
    bool ends_word() const { return (end_and_before & 1U) != 0; }
    std::uint32_t before() const { return end_and_before >> 1U; }
};
static_assert(sizeof(AutomatonSlot) == 8);

/// A sorted list of words that share their beginnings and endings, in which a word is found letter by letter and gets its number
/// in the list on the way: a minimal acyclic automaton (J. Daciuk e.a., "Incremental Construction of Minimal Acyclic
/// Finite-State Automata", 2000) laid out as a double array (J. Aoe, "An Efficient Digital Search Algorithm by Using a
/// Double-Array Structure", 1989), numbered after C. Lucchesi and T. Kowaltowski, "Applications of Finite Automata Representing
/// Large Vocabularies", 1993. A view: the slots must outlive it. Immutable; safe from any thread.
class WordAutomaton {
public:
    /// Behind the last slot that is used come this many empty ones, so that no letter of no node stands outside.
    static constexpr std::size_t empty_slots_at_end = 256;

    WordAutomaton() = default;
    WordAutomaton(std::span<const AutomatonSlot> slots, std::uint32_t root) : slots_(slots), root_(root) {}

    /// Whether every node stands within the slots; the others may only be asked of an automaton that is whole.
    bool is_whole() const {
        if (slots_.size() < empty_slots_at_end || root_ > slots_.size() - empty_slots_at_end) return false;
        for (const AutomatonSlot& slot : slots_)
            if (slot.next() > slots_.size() - empty_slots_at_end) return false;
        return true;
    }

    /// The number of the word that the pieces make together; nothing when the list does not have it.
    template <class... Pieces>
    std::optional<std::uint32_t> find(Pieces... pieces) const {
        Walk walk{root_};
        if (!(follow(walk, std::string_view(pieces)) && ...) || !walk.at_end) return std::nullopt;
        return walk.number;
    }

    /// Calls `found(length, number)` for every word of the list that `text` begins with, shortest first.
    template <class Found>
    void prefixes(std::string_view text, Found&& found) const {
        Walk walk{root_};
        for (std::size_t length = 1; length <= text.size() && follow(walk, text[length - 1]); ++length)
            if (walk.at_end) found(length, walk.number);
    }

private:
    /// How far a word has been followed; `number` is that of the first word that goes on so.
    struct Walk {
        std::uint32_t node = 0;
        std::uint32_t number = 0;
        bool at_end = false;
    };

    bool follow(Walk& walk, char letter) const {
        const auto byte = static_cast<unsigned char>(letter);
        const AutomatonSlot slot = slots_[walk.node + byte];
        if (slot.letter() != byte || byte == 0) return false;
        walk = {slot.next(), walk.number + (walk.at_end ? 1U : 0U) + slot.before(), slot.ends_word()};
        return true;
    }

    bool follow(Walk& walk, std::string_view letters) const {
        for (const char letter : letters)
            if (!follow(walk, letter)) return false;
        return true;
    }

    std::span<const AutomatonSlot> slots_;
    std::uint32_t root_ = 0;
};

}  // namespace schakel
