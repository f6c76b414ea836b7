// A posting is a name, shifted left by two, with a bit for the beginning of the name and one for the inside of a word. Of
// a key they ascend, and stand there as varints: how far the name lies behind the one before it (from 0), with those bits.
// Keys are in alphabetical order and so are their postings: the keys that begin with some letters are one run, of which
// all postings are too.

#include "searchd/suggestions/name_index.hpp"

#include <algorithm>
#include <bit>

#include "config/index/varint.hpp"

namespace schakel {

namespace {

constexpr unsigned place_bits = 2;
constexpr std::uint32_t at_beginning = 1;
constexpr std::uint32_t within_word = 2;
constexpr std::size_t shortest_beginning = 3;  // bytes of a finished word that may begin a longer one
constexpr std::size_t bits = 64;

std::uint32_t posting_of(std::uint32_t name, const NameKey& key) {
    return (name << place_bits) | (key.beginning ? at_beginning : 0) | (key.inside ? within_word : 0);
}

void set(std::vector<std::uint64_t>& names, std::uint32_t name) {
    names[name / bits] |= std::uint64_t{1} << (name % bits);
}

void keep_common(std::vector<std::uint64_t>& names, const std::vector<std::uint64_t>& others) {
    for (std::size_t i = 0; i < names.size(); ++i) names[i] &= others[i];
}

}  // namespace

std::uint32_t NameIndex::Builder::add(std::span<const NameKey> keys) {
    for (const NameKey& key : keys) {
        const auto number = static_cast<std::uint32_t>(keys_.size());
        places_.push_back({keys_.try_emplace(key.text, number).first->second, posting_of(names_, key)});
    }
    return names_++;
}

/// The keys in alphabetical order; `order_of` gets where each stands there, by the number of the key.
std::vector<const std::string*> NameIndex::Builder::sort_keys(std::span<std::uint32_t> order_of) const {
    std::vector<const StringMap<std::uint32_t>::value_type*> sorted;
    sorted.reserve(keys_.size());
    for (const auto& key : keys_) sorted.push_back(&key);
    std::ranges::sort(sorted, {}, [](const auto* key) -> const std::string& { return key->first; });
    std::vector<const std::string*> texts;
    texts.reserve(sorted.size());
    for (const auto* key : sorted) {
        order_of[key->second] = static_cast<std::uint32_t>(texts.size());
        texts.push_back(&key->first);
    }
    return texts;
}

/// By key, then by name, each once.
void NameIndex::Builder::sort_places(std::span<const std::uint32_t> order_of, std::span<const std::uint32_t> ranks) {
    constexpr std::uint32_t place_mask = (1U << place_bits) - 1;
    for (Place& place : places_) {
        place.key = order_of[place.key];
        if (ranks.empty()) continue;
        place.posting = (ranks[place.posting >> place_bits] << place_bits) | (place.posting & place_mask);
    }
    const auto order = [](const Place& place) { return std::pair(place.key, place.posting); };
    std::ranges::sort(places_, {}, order);
    places_.erase(std::ranges::unique(places_, {}, order).begin(), places_.end());
}

NameIndex NameIndex::Builder::finish(std::span<const std::uint32_t> ranks) {
    std::vector<std::uint32_t> order_of(keys_.size());
    const std::vector<const std::string*> texts = sort_keys(order_of);
    sort_places(order_of, ranks);
    NameIndex index;
    index.names_ = names_;
    index.text_ends_.reserve(texts.size());
    for (const std::string* text : texts) {
        index.texts_ += *text;
        index.text_ends_.push_back(static_cast<std::uint32_t>(index.texts_.size()));
    }
    index.place_ends_.resize(texts.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const bool first = i == 0 || places_[i - 1].key != places_[i].key;
        const std::uint32_t before = first ? 0 : places_[i - 1].posting >> place_bits << place_bits;
        append_varint(index.postings_, places_[i].posting - before);
        index.place_ends_[places_[i].key] = static_cast<std::uint32_t>(index.postings_.size());
    }
    index.texts_.shrink_to_fit();
    index.postings_.shrink_to_fit();
    return index;
}

std::string_view NameIndex::key_at(std::size_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : text_ends_[index - 1];
    return std::string_view(texts_).substr(begin, text_ends_[index] - begin);
}

std::size_t NameIndex::first_key_from(std::string_view text) const {
    std::size_t low = 0;
    std::size_t high = text_ends_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (key_at(middle) < text)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void NameIndex::add_keys(std::size_t first, std::size_t past, Having& found) const {
    for (std::size_t key = first; key < past; ++key) {
        const std::uint32_t begin = key == 0 ? 0 : place_ends_[key - 1];
        VarintReader places{std::string_view(postings_).substr(begin, place_ends_[key] - begin)};
        for (std::uint32_t name = 0; !places.rest.empty();) {
            const std::uint32_t place = places.next();
            name += place >> place_bits;
            set(found.any, name);
            if ((place & within_word) == 0) set(found.whole, name);
            if ((place & at_beginning) != 0) set(found.beginning, name);
        }
    }
}

NameIndex::Having NameIndex::having(const TypedWord& word) const {
    const NameSet none((names_ + bits - 1) / bits);
    Having found{none, none, none};
    const std::size_t first = first_key_from(word.folded);
    std::size_t past = first;
    if (word.unfinished || word.folded.size() >= shortest_beginning)
        past = first_key_from(word.folded + '\xff');  // no UTF-8 text has this byte
    else if (first < text_ends_.size() && key_at(first) == word.folded)
        ++past;
    add_keys(first, past, found);
    if (word.base.empty()) return found;
    const std::string base = base_key(word.base);
    const std::size_t base_at = first_key_from(base);
    if (base_at < text_ends_.size() && key_at(base_at) == base) add_keys(base_at, base_at + 1, found);
    return found;
}

bool NameIndex::visit_all(const NameSet& names, const NameSet& without, MatchPlace place, const Visit& visit) {
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::uint64_t rest = names[i] & ~without[i]; rest != 0; rest &= rest - 1)
            if (!visit(static_cast<std::uint32_t>(i * bits) + static_cast<std::uint32_t>(std::countr_zero(rest)),
                       place))
                return false;
    return true;
}

void NameIndex::find(std::span<const TypedWord> words, const Visit& visit) const {
    if (words.empty() || names_ == 0) return;
    Having all = having(words.front());
    for (const TypedWord& word : words.subspan(1)) {
        const Having found = having(word);
        keep_common(all.any, found.any);
        keep_common(all.whole, found.whole);
    }
    keep_common(all.beginning, all.whole);
    const NameSet none(all.any.size());
    if (!visit_all(all.beginning, none, MatchPlace::beginning, visit)) return;
    if (!visit_all(all.whole, all.beginning, MatchPlace::word, visit)) return;
    visit_all(all.any, all.whole, MatchPlace::inside, visit);
}

std::size_t NameIndex::memory() const {
    return texts_.capacity() + postings_.capacity() +
           (text_ends_.capacity() + place_ends_.capacity()) * sizeof(std::uint32_t);
}

}  // namespace schakel
