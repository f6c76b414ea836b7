#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/token.hpp"
#include "config/index/term_sequences.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// Numbers the terms of words within one segment, and remembers them by word: a text repeats its words. One thread.
class SegmentTerms {
public:
    /// Must be told before the words of another arena come: their addresses may have been those of others.
    void use(const std::shared_ptr<const WordArena>& arena);

    /// The number of the word's form in `sequences`.
    FormNumber form(const Word* word, TermSequencesWriter& sequences) { return known(word, sequences).form; }

    /// Calls `visit(term, times)` for each term of `tokens`, once a term.
    template <class Visit>
    void count(const Tokens& tokens, TermSequencesWriter& sequences, Visit&& visit) {
        numbers_.clear();
        for (const Token& token : tokens) {
            const Entry& entry = known(token.word, sequences);
            numbers_.insert(numbers_.end(), entry.terms.begin(), entry.terms.end());
        }
        std::sort(numbers_.begin(), numbers_.end());
        for (auto run = numbers_.begin(); run != numbers_.end();) {
            const auto next = std::upper_bound(run, numbers_.end(), *run);
            visit(*texts_[*run], static_cast<unsigned>(next - run));
            run = next;
        }
    }

private:
    struct Entry {
        FormNumber form = 0;
        std::vector<std::uint32_t> terms;
    };

    const Entry& known(const Word* word, TermSequencesWriter& sequences);
    std::uint32_t number(const std::string& term);

    std::shared_ptr<const WordArena> arena_;  // kept, so that addresses in entries_ stay those of their words
    std::unordered_map<const Word*, Entry> entries_;
    StringMap<std::uint32_t> by_text_;
    std::vector<const std::string*> texts_;  // keys of by_text_, which stay where they are
    std::vector<std::uint32_t> numbers_;
};

}  // namespace schakel
