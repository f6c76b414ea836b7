#pragma once

#include <string>
#include <string_view>

#include "analyzers/language_data.hpp"
#include "analyzers/stemmer.hpp"
#include "analyzers/token.hpp"
#include "analyzers/word_breaker.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// Turns Dutch text into searchable tokens; the one chain for documents and queries:
/// references → word breaks → folding → stop words → stem exceptions → Snowball.
/// Remembers the terms of words it has met, so it is not shared between threads; `data` must outlive it.
class Analyzer {
public:
    explicit Analyzer(const LanguageData& data) : stemmer_(data), data_(data) {}

    /// Replaces `tokens` by those of `text` (UTF-8), in order of offset. Positions count from `first_position`, which must be
    /// at least 1. Returns the position the next piece of text should start at. Never fails.
    std::uint32_t analyze(std::string_view text, Tokens& tokens, std::uint32_t first_position = 1);

    Tokens analyze(std::string_view text);

private:
    struct Term {
        std::string text;
        bool stop = false;
    };

    const Term& term_of(std::string_view surface);
    Term make_term(std::string_view surface) const;
    std::uint32_t add_reference(std::string_view text, const struct Reference& reference, std::uint32_t position,
                                Tokens& tokens);

    WordBreaker breaker_;
    Stemmer stemmer_;
    const LanguageData& data_;
    StringMap<Term> known_;
};

/// Names the exact behaviour of the chain: its version, the language data and what the stemmer makes of probe words. Two
/// programs with the same fingerprint make the same terms; the index records it and searchd refuses another.
std::string analysis_fingerprint(const LanguageData& data);

}  // namespace schakel
