#pragma once

#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "config/string_map.hpp"

namespace schakel {

/// Number, while a segment is written, of a term: from 0 in the order in which terms are first met.
using TermNumber = std::uint32_t;

/// Numbers the terms of a segment. One thread; stays where it is made.
class TermNumbers {
public:
    /// The number of a term, a new one for a new term.
    TermNumber of(std::string_view text);

    std::size_t size() const { return texts_.size(); }

    /// The text of a term; lives as long as this.
    std::string_view text_of(TermNumber term) const { return texts_[term]; }

    /// Sorts terms by the bytes of their texts.
    void sort(std::span<TermNumber> terms) const;

    /// All terms, sorted.
    std::vector<TermNumber> sorted() const;

private:
    std::pmr::monotonic_buffer_resource bytes_;  // of texts_
    std::vector<std::string_view> texts_;        // by term
    std::vector<std::uint64_t> beginnings_;      // by term, see `beginning_of`
    tsl::robin_map<std::string_view, TermNumber, StringHash, std::equal_to<>,
                   std::allocator<std::pair<std::string_view, TermNumber>>, true>
        numbers_;
};

}  // namespace schakel
