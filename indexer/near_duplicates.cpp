#include "indexer/near_duplicates.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <xxhash.h>

#include "config/folding.hpp"

namespace schakel {

namespace {

constexpr std::size_t run_length = 4;  // words
constexpr std::size_t bins = std::tuple_size_v<decltype(WorkMark::minima)>;

/// The least hash of each bin, over all runs of words.
class Minima {
public:
    void add_word(std::string_view word) {
        std::ranges::rotate(recent_, recent_.begin() + 1);
        recent_.back() = XXH3_64bits(word.data(), word.size());
        if (++words_ < run_length) return;
        const std::uint64_t hash = XXH3_64bits(recent_.data(), sizeof recent_);
        std::uint64_t& least = least_[hash % bins];
        least = std::min(least, hash / bins);
    }

    std::uint32_t words() const { return words_; }

    /// An empty bin takes the value of the next one that is not.
    std::array<std::uint16_t, bins> values() const {
        std::array<std::uint16_t, bins> values{};
        for (std::size_t bin = 0; bin < bins; ++bin) {
            std::size_t from = bin;
            while (least_[from] == none && from + 1 < bin + bins) from = (from + 1) % bins;
            values[bin] = static_cast<std::uint16_t>(XXH3_64bits(&least_[from], sizeof least_[from]));
        }
        return values;
    }

private:
    static constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();
    static constexpr std::array<std::uint64_t, bins> all_empty = [] {
        std::array<std::uint64_t, bins> empty{};
        empty.fill(none);
        return empty;
    }();

    std::array<std::uint64_t, run_length> recent_{};
    std::array<std::uint64_t, bins> least_ = all_empty;
    std::uint32_t words_ = 0;
};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_word_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || is_digit(byte) || static_cast<unsigned char>(byte) >= 0x80;
}

/// Calls `visit` for every stretch of bytes that belong together. Words by the plainest rule there is: marks must not change
/// when the analysis does.
template <class Visit>
void for_each_stretch(std::string_view text, bool (*belongs)(char), Visit visit) {
    for (auto at = text.begin(); at != text.end();) {
        at = std::find_if(at, text.end(), belongs);
        const auto end = std::find_if_not(at, text.end(), belongs);
        if (at != end) visit(std::string_view{at, end});
        at = end;
    }
}

std::uint32_t numbers_of(std::string_view title) {
    std::uint64_t hash = 0;
    for_each_stretch(title, is_digit,
                     [&](std::string_view number) { hash = XXH3_64bits_withSeed(number.data(), number.size(), hash); });
    return static_cast<std::uint32_t>(hash);
}

/// Of a work that resembles another one enough, at least one of these is equal.
constexpr std::size_t bins_asked = bins - static_cast<std::size_t>(NearDuplicates::same_work * bins) + 1;

std::uint32_t key_of(std::size_t bin, std::uint16_t minimum) { return static_cast<std::uint32_t>(bin) << 16 | minimum; }

}  // namespace

std::shared_ptr<const WorkMark> work_mark(const KnowledgeProduct& product) {
    Minima minima;
    for (const Page& page : product.pages)
        for_each_stretch(fold(page.text), is_word_byte, [&](std::string_view word) { minima.add_word(word); });
    if (minima.words() < fewest_words) return nullptr;
    return std::make_shared<const WorkMark>(minima.values(), minima.words(), numbers_of(product.title));
}

double resemblance(const WorkMark& one, const WorkMark& other) {
    std::size_t equal = 0;
    for (std::size_t bin = 0; bin < bins; ++bin)
        if (one.minima[bin] == other.minima[bin]) ++equal;
    return static_cast<double>(equal) / static_cast<double>(bins);
}

void NearDuplicates::add(std::shared_ptr<const WorkMark> mark, std::string_view id) {
    if (!mark) return;
    for (std::size_t bin = 0; bin < bins_asked; ++bin)
        by_minimum_.emplace(key_of(bin, mark->minima[bin]), static_cast<std::uint32_t>(works_.size()));
    works_.push_back({std::move(mark), std::string{id}});
}

std::optional<std::string> NearDuplicates::find(const WorkMark* mark) const {
    if (mark == nullptr) return std::nullopt;
    constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t first = nobody;
    for (std::size_t bin = 0; bin < bins_asked; ++bin) {
        const auto [begin, end] = by_minimum_.equal_range(key_of(bin, mark->minima[bin]));
        for (auto candidate = begin; candidate != end; ++candidate) {
            const Work& work = works_[candidate->second];
            if (candidate->second < first && work.mark->title_numbers == mark->title_numbers &&
                resemblance(*work.mark, *mark) >= same_work)
                first = candidate->second;
        }
    }
    return first == nobody ? std::nullopt : std::optional(works_[first].id);
}

}  // namespace schakel
