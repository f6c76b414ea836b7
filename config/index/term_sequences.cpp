// terms.blocks: a block per document, not compressed: two fifths larger, but phrases and nearness look into thousands of them, and
// decompressing took more than half of their time. In it "W" and, for every text field in order, a varint with the size of the
// field's part and the part: per form a varint of (form number + 1) × 2, plus 1 when it shares the position of the form before it. A
// varint 0 is a gap in the positions and is followed by a varint with its width. Numbers are given in the order forms first
// appear, so the frequent ones are small. The block of a document of more than `longest_sequence` words has "SKPLACES" and its
// parts are place lists (place_lists.cpp). terms.table: "SKTERMS4", u32 end of each term in the texts, u32 end of its forms in the
// forms, the forms, u32 documents that hold each term, the terms in alphabetical order.

#include "config/index/term_sequences.hpp"

#include <algorithm>
#include <utility>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/varint.hpp"

namespace schakel {

namespace {

constexpr std::string_view magic = "SKTERMS4";
constexpr std::string_view table_name = "terms.table";
constexpr std::string_view blocks_name = "terms.blocks";
constexpr std::string_view words_mark = "W";
constexpr std::string_view lists_mark = "SKPLACES";
constexpr std::size_t longest_sequence =
    8192;  // words, some 35 pages: as long as reading all of it takes no time to speak of

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

/// Says of most words, at once, that they are none of a few forms: a document holds many words and the query few.
class FewForms {
public:
    explicit FewForms(std::span<const FormNumber> forms) {
        for (const FormNumber form : forms) bits_[form / 64 % bits_.size()] |= std::uint64_t{1} << form % 64;
    }
    bool has(FormNumber form) const { return (bits_[form / 64 % bits_.size()] >> form % 64 & 1) != 0; }

private:
    std::array<std::uint64_t, 32> bits_{};
};

/// Of each term of `order` the forms that have it, ascending, one after another.
struct FormsByTerm {
    std::vector<std::uint32_t> ends;
    std::vector<FormNumber> forms;
};

FormsByTerm forms_by_term(const FormNumbers& numbers, std::span<const TermNumber> order) {
    std::vector<std::uint32_t> next(order.size());  // by term: how many forms have it, then where the next of them goes
    for (FormNumber form = 0; form < numbers.size(); ++form)
        for (const TermNumber term : numbers.terms_of(form)) ++next[term];
    FormsByTerm sorted;
    std::uint32_t end = 0;
    for (const TermNumber term : order) {
        next[term] = std::exchange(end, end + next[term]);
        sorted.ends.push_back(end);
    }
    sorted.forms.resize(end);
    for (FormNumber form = 0; form < numbers.size(); ++form)
        for (const TermNumber term : numbers.terms_of(form)) sorted.forms[next[term]++] = form;
    return sorted;
}

/// Whether `ends` cut something of `size` into consecutive pieces.
bool divides(std::span<const std::uint32_t> ends, std::size_t size) {
    return std::is_sorted(ends.begin(), ends.end()) && (ends.empty() ? 0 : ends.back()) == size;
}

}  // namespace

TermSequencesWriter::TermSequencesWriter(const std::filesystem::path& folder)
    : table_file_(folder / table_name), sequences_(folder / blocks_name) {}

Result<void> TermSequencesWriter::add_document(std::span<const std::vector<PlacedForm>, text_field_count> fields) {
    std::size_t words = 0;
    for (const std::vector<PlacedForm>& placed : fields) words += placed.size();
    const bool is_long = words > longest_sequence;
    buffer_ = is_long ? lists_mark : words_mark;
    for (const std::vector<PlacedForm>& placed : fields) {
        const std::string part = is_long ? encode_place_lists(placed) : encode(placed);
        append_varint(buffer_, static_cast<std::uint32_t>(part.size()));
        buffer_ += part;
    }
    return sequences_.add_as_is(buffer_);
}

Result<void> TermSequencesWriter::finish(const TermNumbers& terms, const FormNumbers& forms,
                                         std::span<const TermNumber> order,
                                         std::span<const std::uint32_t> frequencies) {
    if (auto done = sequences_.finish(); !done) return done;
    std::string texts;
    std::vector<std::uint32_t> text_ends;
    std::vector<std::uint32_t> documents;
    for (const TermNumber term : order) {
        texts += terms.text_of(term);
        text_ends.push_back(static_cast<std::uint32_t>(texts.size()));
        documents.push_back(frequencies[term]);
    }
    const FormsByTerm having = forms_by_term(forms, order);
    ByteWriter table;
    table.raw(magic);
    table.array(text_ends);
    table.array(having.ends);
    table.array(having.forms);
    table.array(documents);
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
    opened.text_ends_ = in.view<std::uint32_t>();
    opened.form_ends_ = in.view<std::uint32_t>();
    opened.forms_ = in.view<FormNumber>();
    opened.frequencies_ = in.view<std::uint32_t>();
    opened.texts_ = opened.table_.text().substr(opened.table_.size() - in.remaining());
    const bool consistent = in.ok() && opened.form_ends_.size() == opened.text_ends_.size() &&
                            opened.frequencies_.size() == opened.text_ends_.size() &&
                            divides(opened.text_ends_, opened.texts_.size()) &&
                            divides(opened.form_ends_, opened.forms_.size());
    if (!consistent) return damaged_file(folder / table_name);
    return opened;
}

std::string_view TermSequences::term_at(std::size_t number) const {
    const std::uint32_t begin = number == 0 ? 0 : text_ends_[number - 1];
    return texts_.substr(begin, text_ends_[number] - begin);
}

std::span<const FormNumber> TermSequences::forms_at(std::size_t number) const {
    const std::uint32_t begin = number == 0 ? 0 : form_ends_[number - 1];
    return forms_.subspan(begin, form_ends_[number] - begin);
}

std::size_t TermSequences::first_term_from(std::string_view beginning) const {
    std::size_t low = 0;
    std::size_t high = terms();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (term_at(middle) < beginning)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::optional<std::size_t> TermSequences::number_of(std::string_view term) const {
    const std::size_t number = first_term_from(term);
    if (number == terms() || term_at(number) != term) return std::nullopt;
    return number;
}

std::span<const FormNumber> TermSequences::forms(std::string_view term) const {
    const auto number = number_of(term);
    return number ? forms_at(*number) : std::span<const FormNumber>();
}

std::uint32_t TermSequences::documents_with(std::string_view term) const {
    const auto number = number_of(term);
    return number ? documents_at(*number) : 0;
}

Result<DocumentSequences> TermSequences::read(std::size_t document) const {
    const std::string_view block = sequences_.bytes_of(document);
    DocumentSequences sequences;
    sequences.form_by_form_ = block.starts_with(lists_mark);
    if (!sequences.form_by_form_ && !block.starts_with(words_mark)) return damaged_file(blocks_name);
    VarintReader in{block.substr(sequences.form_by_form_ ? lists_mark.size() : words_mark.size())};
    for (std::string_view& part : sequences.parts_) {
        const std::uint32_t size = in.next();
        if (!in.ok || size > in.rest.size()) return damaged_file(blocks_name);
        part = in.rest.substr(0, size);
        in.rest.remove_prefix(size);
    }
    return sequences;
}

Result<std::vector<PlacedForm>> TermSequences::places(std::size_t document, FieldId text_field,
                                                      std::span<const FormNumber> forms) const {
    const auto sequences = read(document);
    if (!sequences) return tl::unexpected(sequences.error());
    return sequences->places(text_field, forms);
}

Result<void> DocumentSequences::append_first(FieldId text_field, std::size_t most,
                                             std::vector<FormNumber>& forms) const {
    if (form_by_form_) return append_listed_forms(part(text_field), most, forms);
    VarintReader reader{part(text_field)};
    for (const std::size_t past = forms.size() + most; forms.size() < past && !reader.rest.empty();) {
        const std::uint32_t code = reader.next();
        if (code == 0)
            reader.next();
        else
            forms.push_back(code / 2 - 1);
        if (!reader.ok) return damaged_file(blocks_name);
    }
    return {};
}

Result<std::vector<PlacedForm>> DocumentSequences::places(FieldId text_field, std::span<const FormNumber> forms,
                                                          const PlaceLimit& limit) const {
    if (form_by_form_) return read_place_lists(part(text_field), forms, limit);
    const FewForms maybe(forms);
    std::vector<PlacedForm> places;
    std::uint32_t position = 0;
    for (VarintReader reader{part(text_field)}; !reader.rest.empty();) {
        const std::uint32_t code = reader.next();
        if (!reader.ok) return damaged_file(blocks_name);
        if (code == 0) {
            position += reader.next();
            continue;
        }
        const bool implied = code % 2 != 0;
        if (!implied) ++position;
        const FormNumber form = code / 2 - 1;
        if (maybe.has(form) && std::binary_search(forms.begin(), forms.end(), form))
            places.push_back({form, position, implied});
    }
    return places;
}

}  // namespace schakel
