#include "searchd/sru/typed_words.hpp"

#include <algorithm>
#include <array>

#include "config/folding.hpp"
#include "config/utf8.hpp"
#include "searchd/query/search_field.hpp"
#include "searchd/query/typed_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t least_letters = 2;  // of a masked word
constexpr std::array<std::string_view, 6> operators{"EN", "AND", "OF", "OR", "NIET", "NOT"};

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

bool is_field_name(std::string_view word) {
    const std::size_t colon = word.find(':');
    return colon != std::string_view::npos && find_search_field(word.substr(0, colon)).has_value();
}

/// Whether the search box takes it for a word, or words.
bool is_plain(std::string_view word) {
    if (word.find_first_of("()*?") != std::string_view::npos || word.front() == '-' || word.front() == '+')
        return false;
    return !is_field_name(word) && std::find(operators.begin(), operators.end(), word) == operators.end();
}

bool is_masked(std::string_view word) { return word.find_first_of("*?") != std::string_view::npos; }

/// The number of letters and digits; nothing when there is something else besides masks and apostrophes.
std::optional<std::size_t> letters_of_masked(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t character = next_code_point(word, at).value_or(0);
        if (is_word_character(character))
            ++letters;
        else if (character != '*' && character != '?' && character != '\'' && character != U'\u2019')
            return std::nullopt;
    }
    return letters;
}

Diagnosed<std::string> masked_word(std::string_view word) {
    const auto letters = letters_of_masked(word);
    const bool well_bordered = word.front() != '\'' && word.back() != '\'' && word.back() != '?';
    if (!letters || !well_bordered) return refuse(DiagnosticCode::unsupported_mask_position, std::string(word));
    if (*letters < least_letters) return refuse(DiagnosticCode::masked_word_too_short, std::string(word));
    return std::string(word);
}

/// Writes the words of one term.
class WordWriter {
public:
    WordWriter(const CqlTerm& term, const StringSet& stop_words)
        : term_(term), stop_words_(stop_words), words_(words_of(term.text)) {}

    Diagnosed<std::string> write(WordJoint joint) const {
        if (joint == WordJoint::phrase && words_.size() > 1) return phrase();
        const bool any = joint == WordJoint::any;
        const bool keep_stop_words = any || std::all_of(words_.begin(), words_.end(), is_stop());
        std::string text;
        for (const std::string_view word : words_) {
            const auto written = one(word, keep_stop_words);
            if (!written) return written;
            if (!text.empty()) text += any ? " OF " : " ";
            text += *written;
        }
        return '(' + text + ')';
    }

private:
    Diagnosed<std::string> phrase() const {
        if (term_.masked) return refuse(DiagnosticCode::masking_in_phrase, term_.text);
        std::string text;
        for (const std::string_view word : words_) text.append(text.empty() ? "" : " ").append(word);
        return in_quotes(text);
    }

    /// In quotation marks a stop word is a word like any other.
    Diagnosed<std::string> one(std::string_view word, bool keep_stop_words) const {
        if (term_.masked && is_masked(word)) return masked_word(word);
        const bool plain = is_plain(word) && !(keep_stop_words && is_stop()(word));
        return plain ? std::string(word) : in_quotes(word);
    }

    std::function<bool(std::string_view)> is_stop() const {
        return [this](std::string_view word) { return stop_words_.contains(fold(word)); };
    }

    const CqlTerm& term_;
    const StringSet& stop_words_;
    std::vector<std::string_view> words_;
};

}  // namespace

Diagnosed<TypedPart> typed_words(const CqlTerm& term, const Field* field, WordJoint joint,
                                 const StringSet& stop_words) {
    auto text = WordWriter(term, stop_words).write(joint);
    if (!text) return tl::unexpected(text.error());
    if (field != nullptr) *text = std::string(field->name) + ':' + *text;
    return single_part(std::move(*text), 1);
}

}  // namespace schakel
