// terms.blocks: a block per document; in it, for every text field in order, a varint with the size of the field's part and the
// part: per form a varint of (form number + 1) × 2, plus 1 when it shares the position of the form before it. A varint 0 is a
// gap in the positions and is followed by a varint with its width. Numbers are given in the order forms first appear, so the
// frequent ones are small. terms.table: "SKTERMS2", u32 end of each term in the texts, u32 end of its forms in the forms, the
// forms, the terms in alphabetical order.

#include "config/index/term_sequences.hpp"

#include <algorithm>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"

namespace schakel {

namespace {

constexpr std::string_view magic = "SKTERMS2";
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

std::string encode(const std::vector<PlacedForm>& forms) {
    std::string bytes;
    std::uint32_t position = 0;
    for (const PlacedForm& placed : forms) {
        const bool same_position = placed.position == position;
        if (placed.position > position + 1) {
            bytes += '\0';
            append_varint(bytes, placed.position - position - 1);
        }
        append_varint(bytes, (placed.form + 1) * 2 + (same_position ? 1 : 0));
        position = placed.position;
    }
    return bytes;
}

/// Whether `ends` cut something of `size` into consecutive pieces.
bool divides(const std::vector<std::uint32_t>& ends, std::size_t size) {
    return std::is_sorted(ends.begin(), ends.end()) && (ends.empty() ? 0 : ends.back()) == size;
}

}  // namespace

TermSequencesWriter::TermSequencesWriter(const std::filesystem::path& folder)
    : table_file_(folder / table_name), sequences_(folder / blocks_name) {}

FormNumber TermSequencesWriter::form(std::span<const std::string> terms) {
    buffer_.clear();
    for (const std::string& term : terms) (buffer_ += term) += '\0';
    if (const auto known = forms_.find(buffer_); known != forms_.end()) return known->second;
    const auto number = static_cast<FormNumber>(forms_.size());
    forms_.emplace(buffer_, number);
    for (const std::string& term : terms) by_term_[term].push_back(number);
    return number;
}

Result<void> TermSequencesWriter::add_document(std::span<const std::vector<PlacedForm>, text_field_count> fields) {
    buffer_.clear();
    for (const std::vector<PlacedForm>& placed : fields) {
        const std::string part = encode(placed);
        append_varint(buffer_, static_cast<std::uint32_t>(part.size()));
        buffer_ += part;
    }
    return sequences_.add(buffer_);
}

Result<void> TermSequencesWriter::finish() {
    if (auto done = sequences_.finish(); !done) return done;
    std::vector<const decltype(by_term_)::value_type*> sorted;
    for (const auto& entry : by_term_) sorted.push_back(&entry);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    std::vector<std::uint32_t> text_ends;
    std::vector<std::uint32_t> form_ends;
    std::vector<FormNumber> forms;
    std::string texts;
    for (const auto* entry : sorted) {
        texts += entry->first;
        text_ends.push_back(static_cast<std::uint32_t>(texts.size()));
        forms.insert(forms.end(), entry->second.begin(), entry->second.end());
        form_ends.push_back(static_cast<std::uint32_t>(forms.size()));
    }
    ByteWriter table;
    table.raw(magic);
    table.array(text_ends);
    table.array(form_ends);
    table.array(forms);
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
    opened.text_ends_ = in.array<std::uint32_t>();
    opened.form_ends_ = in.array<std::uint32_t>();
    opened.forms_ = in.array<FormNumber>();
    opened.texts_ = opened.table_.text().substr(opened.table_.size() - in.remaining());
    const bool consistent = in.ok() && opened.form_ends_.size() == opened.text_ends_.size() &&
                            divides(opened.text_ends_, opened.texts_.size()) &&
                            divides(opened.form_ends_, opened.forms_.size());
    if (!consistent) return damaged_file(folder / table_name);
    return opened;
}

std::string_view TermSequences::term_at(std::size_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : text_ends_[index - 1];
    return texts_.substr(begin, text_ends_[index] - begin);
}

std::span<const FormNumber> TermSequences::forms(std::string_view term) const {
    std::size_t low = 0;
    std::size_t high = text_ends_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (term_at(middle) < term)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == text_ends_.size() || term_at(low) != term) return {};
    const std::uint32_t begin = low == 0 ? 0 : form_ends_[low - 1];
    return std::span(forms_).subspan(begin, form_ends_[low] - begin);
}

Result<DocumentSequences> TermSequences::read(std::size_t document) const {
    auto bytes = sequences_.read(document);
    if (!bytes) return tl::unexpected(bytes.error());
    DocumentSequences sequences;
    sequences.bytes_ = std::move(*bytes);
    std::size_t at = 0;
    for (std::size_t i = 0; i < text_field_count; ++i) {
        VarintReader in{std::string_view(sequences.bytes_).substr(at)};
        const std::uint32_t size = in.next();
        if (!in.ok || size > in.rest.size()) return damaged_file(blocks_name);
        sequences.begins_[i] = static_cast<std::uint32_t>(sequences.bytes_.size() - in.rest.size());
        sequences.sizes_[i] = size;
        at = sequences.begins_[i] + size;
    }
    return sequences;
}

Result<std::vector<PlacedForm>> TermSequences::places(std::size_t document, FieldId text_field,
                                                      std::span<const FormNumber> forms) const {
    const auto sequences = read(document);
    if (!sequences) return tl::unexpected(sequences.error());
    return sequences->places(text_field, forms);
}

Result<std::vector<PlacedForm>> DocumentSequences::places(FieldId text_field, std::span<const FormNumber> forms) const {
    const auto field = static_cast<std::size_t>(text_field);
    std::vector<PlacedForm> places;
    std::uint32_t position = 0;
    for (VarintReader reader{std::string_view(bytes_).substr(begins_[field], sizes_[field])}; !reader.rest.empty();) {
        const std::uint32_t code = reader.next();
        if (!reader.ok) return damaged_file(blocks_name);
        if (code == 0) {
            position += reader.next();
            continue;
        }
        const bool implied = code % 2 != 0;
        if (!implied) ++position;
        const FormNumber form = code / 2 - 1;
        if (std::binary_search(forms.begin(), forms.end(), form)) places.push_back({form, position, implied});
    }
    return places;
}

}  // namespace schakel
