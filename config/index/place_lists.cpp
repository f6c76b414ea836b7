// u32 count of forms; the forms, ascending, u32 each; u32 end of the list of each; the lists. A list has a varint per place: twice
// the distance from the place before it (from 0), plus 1 when the form is implied there.

#include "config/index/place_lists.hpp"

#include <algorithm>
#include <tuple>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/varint.hpp"

namespace schakel {

namespace {

constexpr std::string_view file_name = "terms.blocks";
constexpr std::size_t number_size = sizeof(std::uint32_t);

/// The head of the lists, read in place: they may stand at any address.
class Directory {
public:
    explicit Directory(std::string_view bytes) : bytes_(bytes) {
        if (bytes.size() >= number_size) count_ = number_at(0);
        ok_ = bytes.size() >= number_size && count_ <= (bytes.size() - number_size) / (2 * number_size);
    }

    bool ok() const { return ok_; }
    std::size_t count() const { return count_; }
    FormNumber form(std::size_t index) const { return number_at(1 + index); }

    /// Empty when the ends contradict each other: then the form has no places.
    std::string_view list(std::size_t index) const {
        const std::string_view lists = bytes_.substr(number_size * (1 + 2 * count_));
        const std::size_t begin = index == 0 ? 0 : end(index - 1);
        return begin <= end(index) && end(index) <= lists.size() ? lists.substr(begin, end(index) - begin)
                                                                 : std::string_view();
    }

    /// The first index at or behind `from` whose form is not smaller. Searches in growing steps: who looks up hundreds of forms in
    /// ascending order finds each not far behind the one before.
    std::size_t find(FormNumber wanted, std::size_t from) const {
        std::size_t high = from;
        for (std::size_t step = 1; high < count_ && form(high) < wanted; step *= 2) {
            from = high + 1;
            high += step;
        }
        high = std::min(high, count_);
        while (from < high) {
            const std::size_t middle = from + (high - from) / 2;
            if (form(middle) < wanted)
                from = middle + 1;
            else
                high = middle;
        }
        return from;
    }

private:
    std::uint32_t end(std::size_t index) const { return number_at(1 + count_ + index); }

    std::uint32_t number_at(std::size_t index) const {
        std::uint32_t number = 0;
        std::memcpy(&number, bytes_.data() + index * number_size, number_size);
        return number;
    }

    std::string_view bytes_;
    std::size_t count_ = 0;
    bool ok_ = false;
};

std::vector<FormList> lists_of(const Directory& directory, std::span<const FormNumber> forms) {
    std::vector<FormList> lists;
    std::size_t index = 0;
    for (const FormNumber form : forms) {
        index = directory.find(form, index);
        if (index == directory.count()) break;
        if (directory.form(index) == form) lists.push_back({form, directory.list(index)});
    }
    return lists;
}

/// Reads reading order as earlier positions first, and the word itself before what it implies.
bool stands_before(const PlacedForm& a, const PlacedForm& b) {
    return a.position != b.position ? a.position < b.position : a.implied < b.implied;
}

/// Whether one of `known` stands within `near` words of a place. Asked for ascending positions: `from` moves along.
bool is_near(std::span<const PlacedForm> known, std::size_t& from, std::uint32_t position, std::uint32_t near) {
    while (from < known.size() && known[from].position + near < position) ++from;
    return from < known.size() && known[from].position <= position + near;
}

/// Adds to `found` what the limit lets through of a list. False when it is damaged.
bool add_list(const FormList& list, std::span<const PlacedForm> rarer, const PlaceLimit& limit,
              std::vector<PlacedForm>& found) {
    VarintReader reader{list.bytes};
    std::uint32_t position = 0;
    std::size_t neighbour = 0;
    for (std::size_t count = 0; !reader.rest.empty() && reader.ok; ++count) {
        const std::uint32_t code = reader.next();
        position += code / 2;
        if (count >= limit.most && (rarer.empty() || position > rarer.back().position + limit.near)) break;
        if (count < limit.most || is_near(rarer, neighbour, position, limit.near))
            found.push_back({list.form, position, code % 2 != 0});
    }
    return reader.ok;
}

/// Adds all places of a list to `found`. False when it is damaged.
bool add_all(const FormList& list, std::vector<PlacedForm>& found) {
    VarintReader reader{list.bytes};
    for (std::uint32_t position = 0; !reader.rest.empty() && reader.ok;) {
        const std::uint32_t code = reader.next();
        position += code / 2;
        found.push_back({list.form, position, code % 2 != 0});
    }
    return reader.ok;
}

/// Adds to `found` the places of a list within `near` words of `others`, which are not empty and ascend. False when it is damaged.
bool add_near(const FormList& list, std::span<const PlacedForm> others, std::uint64_t near,
              std::vector<PlacedForm>& found) {
    VarintReader reader{list.bytes};
    const std::uint64_t last = others.back().position + near;
    auto other = others.begin();
    for (std::uint32_t position = 0; !reader.rest.empty() && reader.ok;) {
        const std::uint32_t code = reader.next();
        position += code / 2;
        if (position > last) break;
        while (other->position + near < position) ++other;  // the last one is not before it
        if (other->position <= position + near) found.push_back({list.form, position, code % 2 != 0});
    }
    return reader.ok;
}

bool in_reading_order(const PlacedForm& a, const PlacedForm& b) {
    return std::tie(a.position, a.implied, a.form) < std::tie(b.position, b.implied, b.form);
}

/// A form of two words was read twice.
void put_in_reading_order(std::vector<PlacedForm>& places) {
    std::sort(places.begin(), places.end(), in_reading_order);
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

}  // namespace

std::string encode_place_lists(std::span<const PlacedForm> placed) {
    std::vector<PlacedForm> by_form(placed.begin(), placed.end());
    for (std::size_t i = 0; i < by_form.size(); ++i)
        by_form[i].implied = i > 0 && placed[i - 1].position == placed[i].position;
    std::stable_sort(by_form.begin(), by_form.end(),
                     [](const PlacedForm& a, const PlacedForm& b) { return a.form < b.form; });
    std::vector<FormNumber> forms;
    std::vector<std::uint32_t> ends;
    std::string lists;
    std::uint32_t position = 0;
    for (const PlacedForm& place : by_form) {
        if (forms.empty() || forms.back() != place.form) {
            forms.push_back(place.form);
            ends.push_back(0);
            position = 0;
        }
        append_varint(lists, (place.position - position) * 2 + (place.implied ? 1 : 0));
        position = place.position;
        ends.back() = static_cast<std::uint32_t>(lists.size());
    }
    ByteWriter bytes;
    bytes.number(static_cast<std::uint32_t>(forms.size()));
    for (const FormNumber form : forms) bytes.number(form);
    for (const std::uint32_t end : ends) bytes.number(end);
    bytes.raw(lists);
    return bytes.bytes();
}

Result<std::vector<PlacedForm>> read_place_lists(std::string_view lists, std::span<const FormNumber> forms,
                                                 const PlaceLimit& limit) {
    const Directory directory(lists);
    if (!directory.ok()) return damaged_file(std::string(file_name));
    std::vector<FormList> wanted = lists_of(directory, forms);
    std::sort(wanted.begin(), wanted.end(),
              [](const FormList& a, const FormList& b) { return a.bytes.size() < b.bytes.size(); });
    std::vector<PlacedForm> places;
    std::vector<PlacedForm> own;
    std::vector<PlacedForm> merged;
    for (const FormList& list : wanted) {
        own.clear();
        if (!add_list(list, places, limit, own)) return damaged_file(std::string(file_name));
        merged.resize(places.size() + own.size());
        std::merge(places.begin(), places.end(), own.begin(), own.end(), merged.begin(), stands_before);
        places.swap(merged);
    }
    return places;
}

Result<ListedWord> listed_word(std::string_view lists, std::span<const FormNumber> forms) {
    const Directory directory(lists);
    if (!directory.ok()) return damaged_file(std::string(file_name));
    ListedWord word{lists_of(directory, forms)};
    for (const FormList& list : word.lists) word.bytes += list.bytes.size();
    return word;
}

std::uint32_t first_place(const ListedWord& word) {
    std::uint32_t first = 0;
    for (const FormList& list : word.lists) {
        const std::uint32_t place = VarintReader{list.bytes}.next() / 2;
        if (first == 0 || place < first) first = place;
    }
    return first;
}

Result<std::vector<PlacedForm>> read_near_places(std::vector<ListedWord> words, std::uint32_t near) {
    std::vector<PlacedForm> places;
    std::ranges::sort(words, {}, &ListedWord::bytes);
    if (words.empty() || words.front().bytes == 0) return places;
    std::vector<PlacedForm> rarest;
    for (const FormList& list : words.front().lists)
        if (!add_all(list, rarest)) return damaged_file(std::string(file_name));
    put_in_reading_order(rarest);
    places = rarest;
    for (const ListedWord& word : std::span(words).subspan(1))
        for (const FormList& list : word.lists)
            if (!add_near(list, rarest, near, places)) return damaged_file(std::string(file_name));
    put_in_reading_order(places);
    return places;
}

Result<void> append_listed_forms(std::string_view lists, std::size_t most, std::vector<FormNumber>& forms) {
    const Directory directory(lists);
    if (!directory.ok()) return damaged_file(file_name);
    for (std::size_t i = 0; i < std::min(most, directory.count()); ++i) forms.push_back(directory.form(i));
    return {};
}

}  // namespace schakel
