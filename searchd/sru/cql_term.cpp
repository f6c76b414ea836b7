#include "searchd/sru/cql_term.hpp"

#include "searchd/query/typed_text.hpp"

namespace schakel {

namespace {

constexpr std::string_view masks = "*?^";
constexpr std::string_view escapable = "*?^\"\\";

/// A sign of a term as it was meant.
struct TermSign {
    std::string_view text;  // one byte, or a quotation mark
    bool mask = false;
};

/// Goes through a term sign by sign.
class TermReader {
public:
    TermReader(std::string_view written, Masking masking) : rest_(written), masking_(masking) {}

    bool at_end() const { return rest_.empty(); }

    Diagnosed<TermSign> take() {
        if (rest_.front() == '\\') return take_escaped();
        const bool mask = masking_ == Masking::masked && masks.find(rest_.front()) != std::string_view::npos;
        if (mask && rest_.front() == '^') return refuse(DiagnosticCode::unsupported_anchor, std::string(rest_));
        const std::size_t quote = quote_length(rest_, 0);
        return TermSign{take_bytes(quote > 0 ? quote : 1), mask};
    }

private:
    Diagnosed<TermSign> take_escaped() {
        const std::string_view both = rest_.substr(0, 2);
        if (both.size() < 2 || escapable.find(both[1]) == std::string_view::npos)
            return refuse(DiagnosticCode::needless_escape, std::string(first_characters(rest_, 2)));
        rest_.remove_prefix(1);
        return TermSign{take_bytes(1), false};
    }

    std::string_view take_bytes(std::size_t bytes) {
        const std::string_view taken = rest_.substr(0, bytes);
        rest_.remove_prefix(bytes);
        return taken;
    }

    std::string_view rest_;
    Masking masking_;
};

/// Whether it divides words, whatever it meant.
bool is_divider(const TermSign& sign) {
    return quote_length(sign.text, 0) > 0 || (!sign.mask && escapable.find(sign.text) != std::string_view::npos);
}

}  // namespace

Diagnosed<CqlTerm> read_term(std::string_view written, Masking masking) {
    CqlTerm term;
    TermReader reader(written, masking);
    while (!reader.at_end()) {
        const auto sign = reader.take();
        if (!sign) return tl::unexpected(sign.error());
        term.masked = term.masked || sign->mask;
        term.text += is_divider(*sign) ? std::string_view(" ") : sign->text;
    }
    term.text = readable_text(term.text);
    if (!has_word_character(term.text)) return refuse(DiagnosticCode::empty_term, std::string(written));
    return term;
}

Diagnosed<std::string> read_value(std::string_view written, Masking masking) {
    std::string value;
    TermReader reader(written, masking);
    while (!reader.at_end()) {
        const auto sign = reader.take();
        if (!sign) return tl::unexpected(sign.error());
        if (sign->mask) return refuse(DiagnosticCode::unsupported_masking, std::string(written));
        value += sign->text;
    }
    if (value.find_first_not_of(" \t\r\n") == std::string::npos) return refuse(DiagnosticCode::empty_term, "");
    return value;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty())
        if (const std::string_view word = take_chunk(text); has_word_character(word)) words.push_back(word);
    return words;
}

}  // namespace schakel
