#include "analyzers/stemmer.hpp"

#include <algorithm>

namespace schakel {

namespace {

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_one_of(char c, std::string_view letters) { return letters.find(c) != std::string_view::npos; }
bool is_vowel(char c) { return is_one_of(c, "aeiouy"); }

/// "briev" and "huiz" are "brief" and "huis" in the singular; "ggz" and "tv" are not words.
bool ends_in_voiced_consonant(std::string_view stem) {
    if (stem.size() < 3 || !is_one_of(stem.back(), "vz")) return false;
    const char before = stem[stem.size() - 2];
    return is_vowel(before) || (stem.size() > 3 && is_one_of(before, "jlnr"));
}

/// "gezinn", "plann", "cursuss". Snowball itself only makes one letter of kk, dd and tt.
bool ends_in_doubled_consonant(std::string_view stem) {
    return stem.size() > 3 && stem.back() == stem[stem.size() - 2] && is_one_of(stem.back(), "bfglmnprs");
}

/// "fases", "meisjes", but not "stres".
bool ends_in_plural_es(std::string_view stem) {
    return stem.size() > 4 && stem.ends_with("es") && !is_vowel(stem[stem.size() - 3]) &&
           stem.find_first_of("aeiouy") < stem.size() - 2;
}

/// Letters of the plural at the end of "subsidies", "categorieen" and "ideeen".
std::size_t vowel_plural_ending(std::string_view stem) {
    if (stem.size() > 5 && stem.ends_with("ies")) return 1;
    return stem.size() > 5 && (stem.ends_with("ieen") || stem.ends_with("eeen")) ? 2 : 0;
}

/// Snowball makes "regional" of "regionaal", but not "social" of "sociaal": it overlooks a doubled vowel behind a vowel.
bool ends_in_doubled_vowel(std::string_view stem) {
    return stem.size() > 4 && (stem.ends_with("aal") || stem.ends_with("eel")) && is_vowel(stem[stem.size() - 4]);
}

/// Snowball brings regular Dutch forms only half-way together; this does the rest, for singulars and plurals alike.
std::string finish(std::string stem) {
    for (bool changed = true; changed;) {
        const std::size_t ending = ends_in_plural_es(stem) ? 2 : ends_in_doubled_consonant(stem) ? 1 : 0;
        stem.resize(stem.size() - ending);
        changed = ending > 0;
    }
    if (ends_in_voiced_consonant(stem)) stem.back() = stem.back() == 'v' ? 'f' : 's';
    stem.resize(stem.size() - vowel_plural_ending(stem));
    if (ends_in_doubled_vowel(stem)) stem.erase(stem.size() - 2, 1);
    return stem;
}

}  // namespace

std::string Stemmer::stem(std::string_view folded) const {
    std::string word(folded);
    if (has_digit(folded)) return word;
    std::string stemmed = finish(snowball_(word));
    // "mens" must not become the pronoun "men", nor "overheid" the preposition "over".
    return stemmed.empty() || data_.stop_words.contains(stemmed) ? word : stemmed;
}

}  // namespace schakel
