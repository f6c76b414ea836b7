#include "config/index/term_numbers.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace schakel {

namespace {

/// The first eight bytes of a text, the first one highest: numbers that sort as the texts do, unless those begin alike.
std::uint64_t beginning_of(std::string_view text) {
    std::uint64_t beginning = 0;
    for (std::size_t i = 0; i < sizeof beginning; ++i)
        beginning = beginning << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return beginning;
}

}  // namespace

TermNumber TermNumbers::of(std::string_view text) {
    const std::size_t hash = StringHash{}(text);
    if (const auto known = numbers_.find(text, hash); known != numbers_.end()) return known->second;
    char* const kept = static_cast<char*>(bytes_.allocate(text.size(), 1));
    std::memcpy(kept, text.data(), text.size());
    const auto number = static_cast<TermNumber>(texts_.size());
    texts_.emplace_back(kept, text.size());
    beginnings_.push_back(beginning_of(text));
    numbers_.emplace(texts_.back(), number);
    return number;
}

void TermNumbers::sort(std::span<TermNumber> terms) const {
    std::ranges::sort(terms, [this](TermNumber a, TermNumber b) {
        if (beginnings_[a] != beginnings_[b]) return beginnings_[a] < beginnings_[b];
        return a != b && texts_[a] < texts_[b];
    });
}

std::vector<TermNumber> TermNumbers::sorted() const {
    std::vector<TermNumber> all(size());
    std::iota(all.begin(), all.end(), TermNumber{0});
    sort(all);
    return all;
}

}  // namespace schakel
