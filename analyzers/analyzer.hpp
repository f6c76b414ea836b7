#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/foreign_words.hpp"
#include "analyzers/language_data.hpp"
#include "analyzers/separable_verbs.hpp"
#include "analyzers/text_language.hpp"
#include "analyzers/token.hpp"
#include "analyzers/tokenizer/elision.hpp"
#include "analyzers/tokenizer/tokenizer.hpp"
#include "analyzers/word_analyzer.hpp"
#include "analyzers/word_memory.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// Turns text into searchable tokens; the one chain for documents and queries:
/// tokenizer → words (tables, lexicon, compound splitter, stemmer) → words that the text implies.
/// Remembers the words it has met, so it is not shared between threads; `data` must outlive it. Its tokens live as long as it does,
/// or as long as somebody keeps its `arena`.
class Analyzer {
public:
    /// `most_words` is how many different words it remembers before `trim` forgets them, at about 250 bytes each.
    explicit Analyzer(const LanguageData& data, std::size_t most_words = 200'000);

    /// Replaces `tokens` by those of `text` (UTF-8), in order of position. Positions count from `first_position`, which must be
    /// at least 1. Returns the position the next piece of text should start at. Never fails.
    std::uint32_t analyze(std::string_view text, Tokens& tokens, std::uint32_t first_position = 1,
                          TextLanguage language = TextLanguage::dutch);

    Tokens analyze(std::string_view text);

    /// Between documents or requests: forgets the words when there are too many.
    void trim() { known_.trim(); }

    /// Where the words of the tokens given since the last `trim` live.
    std::shared_ptr<const WordArena> arena() const { return known_.arena(); }

private:
    /// Words of a hyphenated run that has begun: their letters, and where the run stands.
    struct HyphenRun {
        std::string letters;
        Token first;
        std::size_t words = 0;
    };

    KnownWord word_of(std::string_view written);
    const Word* first_seen(std::string_view written);
    KnownWord foreign_word_of(std::string_view written);
    KnownWord unreduced_word_of(std::string_view written);
    Word dutch_word(std::string_view written) const;
    std::uint32_t add_reference(std::string_view text, const TextWord& found, std::uint32_t position, Tokens& tokens);
    void add_word(const TextWord& found, Token token, KnownWord known, Tokens& tokens);
    void add_token(Token token, KnownWord known, Tokens& tokens);
    void follow_hyphens(const TextWord& found, const Token& token);
    void complete_elisions(const TextWord& found, std::uint32_t position);
    void join_near(const Tokens& tokens);
    void add_listed_pairs(const Tokens& tokens, std::size_t first);
    void add_joined(std::string_view written, Token place);
    void merge_joined(Tokens& tokens);

    const LanguageData& data_;
    Tokenizer tokenizer_;
    ElisionCompleter elisions_;
    std::vector<CompletedWord> completed_;
    SeparableVerbs separable_verbs_;
    WordAnalyzer words_;
    ForeignWords foreign_words_;
    std::string_view text_;                        // being analysed
    TextLanguage language_ = TextLanguage::dutch;  // of that text
    HyphenRun run_;
    std::vector<std::size_t> may_join_;  // tokens of the text that may join with others near them
    Tokens joined_;                      // of the text being analysed, to be merged in
    WordMemory known_;
};

/// Names the exact behaviour of the chain: its version, the language data and what the stemmer makes of probe words. Two
/// programs with the same fingerprint make the same terms; the index records it and searchd refuses another.
std::string analysis_fingerprint(const LanguageData& data);

}  // namespace schakel
