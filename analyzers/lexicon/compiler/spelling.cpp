#include "analyzers/lexicon/compiler/spelling.hpp"

#include <algorithm>

namespace schakel {

namespace {

/// The letter `back` places from the end (1 = last); 0 when the word is shorter.
char from_end(std::string_view word, std::size_t back) { return back > word.size() ? '\0' : word[word.size() - back]; }

/// Whether the word ends, before its last letter, in a vowel that cannot become open by losing a letter: ie, oe, ui, ij.
bool ends_in_diphthong(std::string_view word) {
    const char first = from_end(word, 3);
    const char second = from_end(word, 2);
    switch (second) {
        case 'e': return first == 'i' || first == 'o';
        case 'i': return first == 'u' || first == 'e' || first == 'a';
        case 'j': return first == 'i';
        case 'u': return first == 'e' || first == 'o' || first == 'a';
        default: return false;
    }
}

/// By groups of vowels; three vowels are two syllables (buiig).
bool is_polysyllabic(std::string_view word) {
    std::size_t syllables = 0;
    std::size_t vowels = 0;
    for (const char letter : word) {
        vowels = is_vowel(letter) ? vowels + 1 : 0;
        if (vowels == 1 || vowels == 3) ++syllables;
    }
    return syllables > 1;
}

/// An e, i or final -or that may be unstressed: wortel, monnik, motor, but also hotel.
bool may_be_unstressed(std::string_view word) {
    const char vowel = from_end(word, 2);
    return is_polysyllabic(word) && (vowel == 'e' || vowel == 'i' || word.ends_with("or"));
}

void add(std::vector<std::string>& spellings, std::string spelling) {
    if (std::ranges::find(spellings, spelling) == spellings.end()) spellings.push_back(std::move(spelling));
}

/// The last letter voiced, first: huis → huiz, brief → briev. Then as it is: kruis → kruis.
void add_voiced(std::vector<std::string>& spellings, std::string spelling) {
    std::string voiced = spelling;
    if (voiced.back() == 'f') voiced.back() = 'v';
    if (voiced.back() == 's') voiced.back() = 'z';
    add(spellings, std::move(voiced));
    add(spellings, std::move(spelling));
}

/// lop → loop, bel → beel: a stem with one vowel before one consonant, made long.
std::string lengthened(std::string_view stem) {
    std::string longer(stem);
    longer.insert(longer.size() - 1, 1, from_end(stem, 2));
    return longer;
}

std::string devoiced(std::string stem) {
    if (stem.back() == 'v') stem.back() = 'f';
    if (stem.back() == 'z') stem.back() = 's';
    return stem;
}

bool ends_in_one_vowel_and_consonant(std::string_view word) {
    return word.size() >= 2 && !is_vowel(word.back()) && word.back() != 'j' && is_vowel(from_end(word, 2)) &&
           !ends_in_diphthong(word) && (from_end(word, 2) != from_end(word, 3) || from_end(word, 2) == 'i');
}

}  // namespace

bool is_vowel(char letter) { return std::string_view("aeiouy").find(letter) != std::string_view::npos; }

std::vector<std::string> opened(std::string_view word) {
    std::vector<std::string> spellings;
    const std::string plain(word);
    const char vowel = from_end(word, 2);
    const bool long_vowel =
        vowel == from_end(word, 3) && std::string_view("aeou").find(vowel) != std::string_view::npos;
    if (word.size() < 2 || is_vowel(word.back())) {
        add(spellings, plain);
    } else if (long_vowel) {
        add_voiced(spellings, plain.substr(0, plain.size() - 2) + plain.back());
    } else if (ends_in_one_vowel_and_consonant(word)) {
        if (std::string_view("wxhc").find(word.back()) == std::string_view::npos) add(spellings, plain + plain.back());
        if (may_be_unstressed(word) || std::string_view("wxhc").find(word.back()) != std::string_view::npos)
            add(spellings, plain);
    } else {
        add_voiced(spellings, plain);
    }
    return spellings;
}

std::vector<std::string> with_vowel_ending(std::string_view word, std::string_view ending) {
    std::vector<std::string> forms;
    if (word.ends_with('e')) {
        add(forms, std::string(word) + std::string(ending.substr(1)));
        if (word.ends_with("ie") || word.ends_with("ee")) add(forms, std::string(word) + std::string(ending));
        return forms;
    }
    for (const std::string& stem : opened(word)) add(forms, stem + std::string(ending));
    return forms;
}

std::vector<std::string> stems_of(std::string_view infinitive) {
    std::vector<std::string> stems;
    if (!infinitive.ends_with("en") || infinitive.size() < 4) return stems;
    const std::string stem(infinitive.substr(0, infinitive.size() - 2));
    if (!is_vowel(stem.back()) && stem.back() == from_end(stem, 2)) {
        add(stems, stem.substr(0, stem.size() - 1));
        return stems;
    }
    const bool open = ends_in_one_vowel_and_consonant(stem) && stem.back() != 'w' && stem.back() != 'x';
    if (open) add(stems, devoiced(lengthened(stem)));
    if (!open || may_be_unstressed(stem)) add(stems, devoiced(stem));
    if (stem.ends_with("er")) add(stems, stem.substr(0, stem.size() - 1) + "er");
    return stems;
}

bool takes_t(std::string_view infinitive) {
    return infinitive.size() > 3 &&
           std::string_view("tkfshpxc").find(from_end(infinitive, 3)) != std::string_view::npos;
}

}  // namespace schakel
