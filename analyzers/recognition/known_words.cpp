#include "analyzers/recognition/known_words.hpp"

#include <algorithm>
#include <cstring>

namespace schakel {

KnownWords::KnownWords() : words_(1), filter_(filter_bits / 64), slots_(1024) {}

const KnownWords& KnownWords::none() {
    static const KnownWords empty;
    return empty;
}

std::uint64_t KnownWords::hash_of(std::string_view folded) {
    std::uint64_t hash = first_hash;
    for (; !folded.empty(); folded.remove_prefix(std::min(folded.size(), sizeof hash))) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, folded.data(), std::min(folded.size(), sizeof bytes));
        hash = next_hash(hash, bytes);
    }
    return hash;
}

WordNumber KnownWords::probe(std::string_view folded, std::uint64_t hash) const {
    for (std::size_t i = slot_of(hash); slots_[i].word != unknown_word; i = (i + 1) & (slots_.size() - 1))
        if (slots_[i].hash == hash && words_[slots_[i].word] == folded) return slots_[i].word;
    return unknown_word;
}

WordNumber KnownWords::add(std::string_view folded) {
    if (folded.empty() || folded.size() > longest_known_word) return unknown_word;
    const std::uint64_t hash = hash_of(folded);
    if (const WordNumber known = find(folded, hash); known != unknown_word) return known;
    if (words_.size() * 4 > slots_.size()) grow();
    std::size_t i = slot_of(hash);
    while (slots_[i].word != unknown_word) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = {hash, static_cast<WordNumber>(words_.size())};
    words_.emplace_back(folded);
    filter_[filter_place(hash)] |= filter_bit(hash);
    return slots_[i].word;
}

void KnownWords::grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_ = std::vector<Slot>(old.size() * 2);
    for (const Slot& slot : old) {
        if (slot.word == unknown_word) continue;
        std::size_t i = slot_of(slot.hash);
        while (slots_[i].word != unknown_word) i = (i + 1) & (slots_.size() - 1);
        slots_[i] = slot;
    }
}

}  // namespace schakel
