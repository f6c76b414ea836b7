#include "tests/analyzers/shipped_speller.hpp"

#include <stdexcept>

#include "analyzers/language_data.hpp"
#include "analyzers/spelling/spelling_data.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

template <class T>
T required(Result<T> loaded) {
    if (!loaded) throw std::runtime_error(to_text(loaded.error(), Language::english));
    return std::move(*loaded);
}

}  // namespace

const Lexicon& shipped_lexicon() {
    static const Lexicon lexicon = required(Lexicon::open(default_lexicon_file()));
    return lexicon;
}

const Speller& shipped_speller() {
    static const SpellingData files =
        required(load_spelling_data({.words = default_lexicon_file().parent_path() / "nl.words",
                                     .replacements = default_lexicon_file().parent_path() / "nl.replacements",
                                     .tables = repository_folder() / "config" / "nl"}));
    static const Commonness commonness(shipped_lexicon(), files.common_words);
    static const Speller speller(files.words, files.confusions, commonness);
    return speller;
}

}  // namespace schakel
