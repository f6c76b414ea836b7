#include "analyzers/compounds/word_formation.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace schakel {

namespace {

/// A word of at most eight bytes as one number.
constexpr std::uint64_t number_of(std::string_view word) {
    std::uint64_t number = 0;
    for (const char letter : word) number = number << 8U | static_cast<unsigned char>(letter);
    return number;
}

/// Short words by their first letter: most stretches of letters are on no list, and every stretch is looked up.
/// The words must be in alphabetical order, and of eight bytes or fewer.
template <std::size_t Size>
class WordList {
public:
    static constexpr std::size_t longest = 8;

    constexpr explicit WordList(const std::array<std::string_view, Size>& words) : words_(words) {
        for (std::size_t i = 0; i < Size; ++i) {
            numbers_[i] = number_of(words[i]);
            ++begins_[letter(words[i]) + 1];
            lengths_[letter(words[i])] |= 1U << words[i].size();
        }
        for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    }

    constexpr bool contains(std::string_view text) const {
        if (text.empty() || text.size() > longest || (lengths_[letter(text)] >> text.size() & 1U) == 0) return false;
        const std::uint64_t number = number_of(text);
        for (std::size_t i = begins_[letter(text)]; i < begins_[letter(text) + 1]; ++i)
            if (numbers_[i] == number) return true;
        return false;
    }

    /// The words that may begin `text`: those with its first letter.
    std::span<const std::string_view> with_first_letter_of(std::string_view text) const {
        const std::size_t first = begins_[letter(text)];
        return std::span(words_).subspan(first, begins_[letter(text) + 1] - first);
    }

private:
    static constexpr std::size_t letters = 32;
    static constexpr std::size_t letter(std::string_view text) {
        return static_cast<unsigned char>(text.front()) % letters;
    }

    std::array<std::string_view, Size> words_;
    std::array<std::uint64_t, Size> numbers_{};
    std::array<std::size_t, letters + 1> begins_{};
    std::array<std::uint32_t, letters> lengths_{};  // by first letter: a bit for each length
};

template <class... Words>
constexpr auto word_list(Words... words) {
    return WordList<sizeof...(Words)>({std::string_view(words)...});
}

constexpr auto particles =
    word_list("aan", "achter", "af", "bij", "door", "heen", "in", "langs", "los", "mede", "mee", "mis", "na", "neer",
              "om", "onder", "op", "over", "rond", "samen", "tegen", "teleur", "teniet", "terug", "tewerk", "thuis",
              "toe", "tussen", "uit", "vast", "vol", "voor", "voort", "vooruit", "weder", "weer", "weg");
constexpr auto prepositions = word_list("aan", "af", "bij", "door", "heen", "in", "langs", "mee", "naar", "om", "onder",
                                        "op", "tegen", "toe", "uit", "voor");
constexpr auto function_words = word_list(
    "als", "ben", "daar", "dan", "dat", "de", "deze", "die", "dit", "dus", "en", "er", "ge", "had", "heb", "hen", "het",
    "hier", "hun", "ik", "is", "je", "jij", "maar", "me", "men", "met", "mij", "naar", "nog", "of", "ons", "ook",
    "sinds", "te", "ten", "ter", "tot", "u", "uw", "van", "waar", "want", "wat", "we", "wie", "wij", "ze", "zo");
constexpr auto prefixes = word_list("be", "con", "de", "dis", "er", "ex", "ge", "her", "in", "inter", "intra", "mono",
                                    "oer", "on", "ont", "per", "poly", "pre", "pro", "re", "sub", "trans", "ver");
constexpr auto suffixes = word_list(
    "aal", "aar", "aard", "aars", "achtig", "achtige", "anten", "antie", "ares", "aresse", "arier", "ariers", "aten",
    "atie", "baar", "bare", "der", "ders", "dom", "elijk", "elijke", "eling", "ens", "enten", "er", "eren", "erij",
    "erijen", "ers", "essen", "eur", "eurs", "heden", "heid", "ieel", "iek", "iele", "ier", "ieren", "iers", "ij",
    "ijen", "in", "ing", "ingen", "isch", "ische", "isme", "ismen", "kel", "ler", "lers", "lie", "lijk", "lijke",
    "ling", "lingen", "loos", "loosheid", "loze", "lozen", "neren", "nis", "nissen", "or", "ors", "rel", "ren", "res",
    "rijk", "rijke", "rijkste", "ring", "ringen", "schap", "schappen", "sel", "sels", "ser", "sers", "ster", "sters",
    "teit", "teiten", "ter", "ters", "tes", "tor", "tors", "veling", "zaam", "zame");
constexpr std::size_t shortest_suffix = 2;  // letters
constexpr auto suffix_words =
    word_list("aal", "aar", "aard", "baar", "dom", "heden", "ij", "in", "kel", "lijk", "loos", "or", "rel", "ren",
              "rijk", "ring", "ringen", "schap", "schappen", "ster", "sters");
constexpr std::array<std::string_view, 16> fixed_heads{"bouw",    "dag",      "gever",  "gevers",  "heer",  "loop",
                                                       "macht",   "nemer",    "nemers", "schrift", "teelt", "vaart",
                                                       "voerder", "voerders", "wezen",  "zin"};
/// Those in -ling and -ering end in -ing too.
constexpr std::array<std::string_view, 6> suffixes_with_s{"heid", "teit", "schap", "ing", "dom", "uur"};
constexpr auto clashing =
    word_list("aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "ui", "uu");

/// What makes a noun: its ending, and what the word that it comes from has in that place.
struct NounFormation {
    std::string_view ending;
    std::string_view source;
    std::uint8_t classes;  // WordClass of the source
};
constexpr std::array<NounFormation, 2> formations_in_r{{{"er", "en", class_verb}, {"ster", "", class_verb}}};
constexpr std::array<NounFormation, 1> formations_in_g{{{"ing", "en", class_verb}}};
constexpr std::array<NounFormation, 2> formations_in_n{{{"ingen", "en", class_verb}, {"den", "", class_verb}}};
constexpr std::array<NounFormation, 3> formations_in_e{
    {{"je", "", class_noun}, {"tje", "", class_noun}, {"pje", "", class_noun}}};
constexpr std::array<NounFormation, 5> formations_in_s{{{"ers", "en", class_verb},
                                                        {"sters", "", class_verb},
                                                        {"jes", "", class_noun},
                                                        {"tjes", "", class_noun},
                                                        {"pjes", "", class_noun}}};

/// Those of which the ending has this last letter.
std::span<const NounFormation> formations_in(char letter) {
    switch (letter) {
        case 'r': return formations_in_r;
        case 'g': return formations_in_g;
        case 'n': return formations_in_n;
        case 'e': return formations_in_e;
        case 's': return formations_in_s;
        default: return {};
    }
}

bool has_vowel(std::string_view text) { return text.find_first_of("aeiouy") != std::string_view::npos; }

bool is_formed_with(const NounFormation& formation, const Lexicon& lexicon, std::string_view part) {
    if (!part.ends_with(formation.ending) || part.size() < formation.ending.size() + 3) return false;
    const auto word = lexicon.find(part.substr(0, part.size() - formation.ending.size()), formation.source);
    return word && (lexicon.entry(*word).classes & formation.classes) != 0;
}

}  // namespace

bool is_particle(std::string_view part) { return particles.contains(part); }
bool is_function_word(std::string_view part) { return function_words.contains(part); }
bool is_preposition(std::string_view part) { return prepositions.contains(part); }
bool is_prefix(std::string_view part) { return prefixes.contains(part); }
bool is_suffix(std::string_view part) { return suffixes.contains(part); }

bool starts_with_particle(const Lexicon& lexicon, std::string_view word) {
    const auto near = particles.with_first_letter_of(word);
    return std::any_of(near.begin(), near.end(), [&](std::string_view particle) {
        return word.size() >= particle.size() + 3 && word.starts_with(particle) &&
               lexicon.find(word.substr(particle.size())).has_value();
    });
}

bool starts_with_prefix(std::string_view word) {
    const auto near = prefixes.with_first_letter_of(word);
    return std::any_of(near.begin(), near.end(), [&](std::string_view prefix) {
        return word.starts_with(prefix) && word.size() >= prefix.size() + 3 && has_vowel(word.substr(prefix.size()));
    });
}

bool ends_with_suffix(std::string_view word) {
    for (std::size_t length = shortest_suffix; length <= suffixes.longest && length + 3 <= word.size(); ++length)
        if (suffixes.contains(word.substr(word.size() - length))) return true;
    return false;
}

bool ends_with_fixed_head(std::string_view word) {
    return std::any_of(fixed_heads.begin(), fixed_heads.end(), [&](std::string_view head) {
        return word.size() >= head.size() + 3 && word.back() == head.back() && word.ends_with(head);
    });
}

bool is_derived_from_listed(const Lexicon& lexicon, std::string_view part) {
    const auto near = formations_in(part.back());
    return std::any_of(near.begin(), near.end(),
                       [&](const NounFormation& formation) { return is_formed_with(formation, lexicon, part); });
}

bool is_only_suffix(std::string_view part) { return is_suffix(part) && !suffix_words.contains(part); }

bool is_inflection(std::string_view part) {
    return part.size() <= 3 && part.ends_with("en") && !has_vowel(part.substr(0, part.size() - 2));
}

bool takes_linking_s(std::string_view stem) {
    return std::any_of(suffixes_with_s.begin(), suffixes_with_s.end(), [&](std::string_view suffix) {
        return stem.size() >= suffix.size() + 3 && stem.back() == suffix.back() && stem.ends_with(suffix);
    });
}

bool refuses_linking_s(std::string_view stem) {
    return !stem.empty() && (stem.back() == 's' || stem.back() == 'x' || stem.back() == 'z');
}

bool vowels_clash(char before, char after) {
    const std::array<char, 2> pair{before, after};
    return clashing.contains(std::string_view(pair.data(), pair.size()));
}

}  // namespace schakel
