#include "analyzers/foreign_words.hpp"

#include "analyzers/term_length.hpp"
#include "config/folding.hpp"

namespace schakel {

std::string ForeignWords::english_term(std::string_view folded) const {
    return shortened_term('@' + english_(std::string(folded)));
}

Word ForeignWords::english_word(std::string_view written) const {
    Word word = other_word(written);
    if (word.form.empty()) return word;
    word.term = english_term(word.form);
    word.rule = WordRule::english;
    return word;
}

Word ForeignWords::other_word(std::string_view written) const {
    Word word;
    word.form = shortened_term(fold(written));
    word.term = word.form;
    word.rule = WordRule::foreign;
    return word;
}

}  // namespace schakel
