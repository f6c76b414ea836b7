#include "searchd/related/segment_words.hpp"

#include <algorithm>

#include "searchd/related/telling_words.hpp"

namespace schakel {

namespace {

constexpr char exact_mark = '=';  // of config/index/postings.hpp
constexpr char part_mark = '~';

bool is_base(std::string_view term) { return !term.empty() && term.front() != exact_mark && term.front() != part_mark; }

void put(std::vector<std::uint32_t>& by_form, FormNumber form, std::uint32_t value) {
    if (form >= by_form.size()) by_form.resize(form + 1, SegmentWords::none);
    by_form[form] = value;
}

/// By form, whether it is a compound: its parts stand in the table with it.
std::vector<bool> compounds(const TermSequences& sequences) {
    std::vector<bool> compound;
    for (std::size_t term = 0; term < sequences.terms(); ++term) {
        if (!sequences.term_at(term).starts_with(part_mark)) continue;
        for (const FormNumber form : sequences.forms_at(term)) {
            if (form >= compound.size()) compound.resize(form + 1);
            compound[form] = true;
        }
    }
    return compound;
}

}  // namespace

SegmentWords::SegmentWords(const TermSequences& sequences, const LanguageData& language) : sequences_(sequences) {
    const std::vector<bool> compound = compounds(sequences);
    const auto is_compound = [&](FormNumber form) { return form < compound.size() && compound[form]; };
    for (std::size_t number = 0; number < sequences.terms(); ++number) {
        const std::string_view term = sequences.term_at(number);
        const auto forms = sequences.forms_at(number);
        if (term.starts_with(exact_mark))
            for (const FormNumber form : forms) put(written_, form, static_cast<std::uint32_t>(number));
        if (!is_base(term) || !is_telling(term, language)) continue;
        if (!may_be_shown(term, std::ranges::any_of(forms, is_compound), language)) continue;
        for (const FormNumber form : forms) put(words_, form, static_cast<std::uint32_t>(number));
    }
    words_.shrink_to_fit();
    written_.shrink_to_fit();
}

std::string_view SegmentWords::written(FormNumber form) const {
    if (form < written_.size() && written_[form] != none) return sequences_.term_at(written_[form]).substr(1);
    const WordNumberInSegment word = word_of(form);
    return word == none ? std::string_view{} : term(word);
}

}  // namespace schakel
