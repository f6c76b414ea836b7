// terms.blocks: a block per document; in it, for every text field in order, a varint with the size of the field's part and the
// part: per term a varint of (term number + 1) × 2, plus 1 when it shares the position of the term before it. A varint 0 is a
// gap in the positions and is followed by a varint with its width. Numbers are given in the order terms first appear, so the
// frequent ones are small. terms.table: "SKTERMS1", u32 end of each term, u32 number of each, the terms in alphabetical order.

#include "config/index/term_sequences.hpp"

#include <algorithm>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"

namespace schakel {

namespace {

constexpr std::string_view magic = "SKTERMS1";
constexpr std::string_view table_name = "terms.table";
constexpr std::string_view blocks_name = "terms.blocks";

void append_varint(std::string& bytes, std::uint32_t value) {
    while (value >= 0x80) {
        bytes += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    bytes += static_cast<char>(value);
}

/// Reads varints; past the end it gives zeros and `ok` turns false.
struct VarintReader {
    std::string_view rest;
    bool ok = true;

    std::uint32_t next() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            if (rest.empty()) break;
            const auto byte = static_cast<unsigned char>(rest.front());
            rest.remove_prefix(1);
            value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        ok = false;
        return 0;
    }
};

std::string encode(const std::vector<PlacedTerm>& terms) {
    std::string bytes;
    std::uint32_t position = 0;
    for (const PlacedTerm& placed : terms) {
        const bool same_position = placed.position == position;
        if (placed.position > position + 1) {
            bytes += '\0';
            append_varint(bytes, placed.position - position - 1);
        }
        append_varint(bytes, (placed.term + 1) * 2 + (same_position ? 1 : 0));
        position = placed.position;
    }
    return bytes;
}

}  // namespace

TermSequencesWriter::TermSequencesWriter(const std::filesystem::path& folder)
    : table_file_(folder / table_name), sequences_(folder / blocks_name) {}

TermNumber TermSequencesWriter::number(std::string_view term) {
    if (const auto known = numbers_.find(term); known != numbers_.end()) return known->second;
    return numbers_.emplace(std::string(term), static_cast<TermNumber>(numbers_.size())).first->second;
}

Result<void> TermSequencesWriter::add_document(std::span<const std::vector<PlacedTerm>, text_field_count> fields) {
    buffer_.clear();
    for (const std::vector<PlacedTerm>& terms : fields) {
        const std::string part = encode(terms);
        append_varint(buffer_, static_cast<std::uint32_t>(part.size()));
        buffer_ += part;
    }
    return sequences_.add(buffer_);
}

Result<void> TermSequencesWriter::finish() {
    if (auto done = sequences_.finish(); !done) return done;
    std::vector<std::pair<std::string_view, TermNumber>> sorted(numbers_.begin(), numbers_.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::uint32_t> ends;
    std::vector<TermNumber> numbers;
    std::string texts;
    for (const auto& [text, number] : sorted) {
        texts += text;
        ends.push_back(static_cast<std::uint32_t>(texts.size()));
        numbers.push_back(number);
    }
    ByteWriter table;
    table.raw(magic);
    table.array(ends);
    table.array(numbers);
    table.raw(texts);
    return write_durably(table_file_, table.bytes());
}

Result<TermSequences> TermSequences::open(const std::filesystem::path& folder) {
    auto sequences = BlockFile::open(folder / blocks_name);
    if (!sequences) return tl::unexpected(sequences.error());
    auto table = MappedFile::open(folder / table_name);
    if (!table) return tl::unexpected(table.error());
    if (!table->text().starts_with(magic)) return damaged_file(folder / table_name);
    TermSequences opened(std::move(*sequences));
    opened.table_ = std::move(*table);
    ByteReader in(opened.table_.text().substr(magic.size()));
    opened.ends_ = in.array<std::uint32_t>();
    opened.numbers_ = in.array<TermNumber>();
    opened.texts_ = opened.table_.text().substr(opened.table_.size() - in.remaining());
    const bool consistent =
        in.ok() && opened.numbers_.size() == opened.ends_.size() &&
        std::is_sorted(opened.ends_.begin(), opened.ends_.end()) &&
        (opened.ends_.empty() ? opened.texts_.empty() : opened.ends_.back() == opened.texts_.size());
    if (!consistent) return damaged_file(folder / table_name);
    return opened;
}

std::string_view TermSequences::term_at(std::size_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : ends_[index - 1];
    return texts_.substr(begin, ends_[index] - begin);
}

std::optional<TermNumber> TermSequences::number(std::string_view term) const {
    std::size_t low = 0;
    std::size_t high = ends_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (term_at(middle) < term)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == ends_.size() || term_at(low) != term) return std::nullopt;
    return numbers_[low];
}

Result<std::vector<PlacedTerm>> TermSequences::places(std::size_t document, FieldId text_field,
                                                      std::span<const TermNumber> terms) const {
    const auto bytes = sequences_.read(document);
    if (!bytes) return tl::unexpected(bytes.error());
    VarintReader fields{*bytes};
    std::string_view part;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(text_field); ++i) {
        const std::uint32_t size = fields.next();
        if (!fields.ok || size > fields.rest.size()) return damaged_file(blocks_name);
        part = fields.rest.substr(0, size);
        fields.rest.remove_prefix(size);
    }
    std::vector<PlacedTerm> places;
    std::uint32_t position = 0;
    for (VarintReader reader{part}; !reader.rest.empty();) {
        const std::uint32_t code = reader.next();
        if (!reader.ok) return damaged_file(blocks_name);
        if (code == 0) {
            position += reader.next();
            continue;
        }
        if (code % 2 == 0) ++position;
        const TermNumber term = code / 2 - 1;
        if (std::binary_search(terms.begin(), terms.end(), term)) places.push_back({term, position});
    }
    return places;
}

}  // namespace schakel
