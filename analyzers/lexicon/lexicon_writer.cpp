#include "analyzers/lexicon/lexicon_writer.hpp"

#include <algorithm>
#include <span>

#include <xxhash.h>

#include "analyzers/lexicon/lexicon_file.hpp"
#include "analyzers/lexicon/word_automaton_builder.hpp"
#include "config/index/durable_file.hpp"
#include "config/string_map.hpp"

namespace schakel {

namespace {

constexpr int longest_chain = 4;

/// Adds the lemmas and bases that are no words of the list themselves, and sorts.
void complete(std::vector<LexiconWord>& words) {
    StringMap<bool> known;
    for (const LexiconWord& word : words) known.emplace(word.text, true);
    std::vector<LexiconWord> missing;
    for (const LexiconWord& word : words)
        for (const std::string* other : {&word.lemma, &word.base})
            if (!other->empty() && known.emplace(*other, true).second)
                missing.push_back({*other, "", "", word.classes, role_lemma, 0, 0});
    words.insert(words.end(), missing.begin(), missing.end());
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.text < b.text; });
}

/// The words in ascending order, so that a word's number is its place.
std::vector<LexiconEntry> entries_of(const std::vector<LexiconWord>& words) {
    StringMap<WordNumber> numbers;
    for (const LexiconWord& word : words) numbers.emplace(word.text, static_cast<WordNumber>(numbers.size()));
    const auto number_of = [&](const std::string& text) { return text.empty() ? no_word : numbers.at(text); };
    std::vector<LexiconEntry> entries;
    entries.reserve(words.size());
    for (const LexiconWord& word : words) {
        const auto own = static_cast<WordNumber>(entries.size());
        const WordNumber base = number_of(word.base);
        entries.push_back({word.lemma.empty() ? own : number_of(word.lemma), base == own ? no_word : base, word.classes,
                           word.roles, word.begins, word.ends, word.likely_begins, word.likely_ends, word.linking_s,
                           word.dictionaries});
    }
    return entries;
}

/// A base form is its own: of a chain the last counts.
void follow_chains(std::vector<LexiconEntry>& entries) {
    for (LexiconEntry& entry : entries)
        for (int step = 0; step < longest_chain && entries[entry.lemma].lemma != entry.lemma; ++step)
            entry.lemma = entries[entry.lemma].lemma;
}

std::vector<AutomatonSlot> automaton_of(const std::vector<LexiconWord>& words, std::uint32_t& root) {
    WordAutomatonBuilder builder;
    for (const LexiconWord& word : words) builder.add(word.text);
    return builder.finish(root);
}

template <class Record>
void append(std::string& bytes, const std::vector<Record>& records) {
    const auto raw = std::as_bytes(std::span(records));
    bytes.append(reinterpret_cast<const char*>(raw.data()), raw.size());
}

}  // namespace

Result<void> write_lexicon(const std::filesystem::path& file, std::vector<LexiconWord> words) {
    complete(words);
    std::vector<LexiconEntry> entries = entries_of(words);
    follow_chains(entries);
    LexiconHeader header;
    const std::vector<AutomatonSlot> slots = automaton_of(words, header.root);
    std::string letters;
    std::vector<std::uint32_t> ends;
    for (const LexiconWord& word : words) {
        letters += word.text;
        ends.push_back(static_cast<std::uint32_t>(letters.size()));
    }
    std::string content;
    append(content, entries);
    append(content, slots);
    append(content, ends);
    content += letters;
    header.words = static_cast<std::uint32_t>(words.size());
    header.slots = static_cast<std::uint32_t>(slots.size());
    header.letters = static_cast<std::uint32_t>(letters.size());
    header.hash = XXH3_64bits_withSeed(content.data(), content.size(), header.seed());
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    return write_durably(file, bytes + content);
}

}  // namespace schakel
