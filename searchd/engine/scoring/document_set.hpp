#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "searchd/engine/index/joined_columns.hpp"

namespace schakel {

/// A set of documents of one snapshot, a bit each: making it empty, counting it and joining two of them cost next to nothing
/// beside walking a posting list. Sets that are joined must be of the same snapshot. A plain value.
class DocumentSet {
public:
    /// Empty, of documents with numbers below `documents`.
    explicit DocumentSet(std::size_t documents) : documents_(documents), words_((documents + 63) / 64) {}

    bool contains(DocumentId document) const { return (words_[document / 64] & bit(document)) != 0; }

    /// Whether it was not in it yet.
    bool insert(DocumentId document) {
        std::uint64_t& word = words_[document / 64];
        const bool fresh = (word & bit(document)) == 0;
        word |= bit(document);
        return fresh;
    }

    void clear() { std::fill(words_.begin(), words_.end(), 0); }

    void fill() {
        std::fill(words_.begin(), words_.end(), ~std::uint64_t{0});
        cut_end();
    }

    void invert() {
        for (std::uint64_t& word : words_) word = ~word;
        cut_end();
    }

    void add(const DocumentSet& others) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= others.words_[i];
    }

    void keep(const DocumentSet& others) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= others.words_[i];
    }

    void remove(const DocumentSet& others) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~others.words_[i];
    }

    std::size_t count() const {
        std::size_t sum = 0;
        for (const std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
        return sum;
    }

    /// Calls `visit(document)` for each, in ascending order.
    template <class Visit>
    void visit(Visit&& visit) const {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
                visit(static_cast<DocumentId>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
    }

private:
    static std::uint64_t bit(DocumentId document) { return std::uint64_t{1} << (document % 64); }

    void cut_end() {
        if (documents_ % 64 != 0) words_.back() &= (std::uint64_t{1} << (documents_ % 64)) - 1;
    }

    std::size_t documents_;
    std::vector<std::uint64_t> words_;
};

}  // namespace schakel
