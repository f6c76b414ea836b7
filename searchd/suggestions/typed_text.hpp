#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/language_data.hpp"
#include "analyzers/word_analyzer.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/suggestions/label_words.hpp"
#include "searchd/suggestions/name_index.hpp"

namespace schakel {

/// What somebody has typed so far, as words to find names by. Of a long text the first 16 words count. The last word is
/// unfinished unless something that is no part of a word stands behind it. One thread; `language` must outlive it.
class TypedText {
public:
    TypedText(std::string_view typed, const LanguageData& language);

    std::span<const TypedWord> words() const { return words_; }

    /// Whether a name has each of the typed words, wherever it stands.
    bool stands_in(std::string_view name) const;

    /// A name in pieces, in which the words that were typed are marked: whole words, because a reader looks for those.
    std::vector<FragmentPiece> marked(std::string_view name) const;

private:
    /// The words of a name that show a typed one; none when no word does.
    std::vector<std::size_t> showing(const TypedWord& typed, std::span<const LabelWord> words) const;

    std::string base_of(const std::string& folded, bool unfinished) const;
    bool has_base(const LabelWord& word, const TypedWord& typed) const;

    const LanguageData& language_;
    WordAnalyzer analyzer_;
    std::vector<TypedWord> words_;
};

}  // namespace schakel
