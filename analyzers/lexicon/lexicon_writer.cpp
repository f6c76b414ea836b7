#include "analyzers/lexicon/lexicon_writer.hpp"

#include <algorithm>
#include <cstring>
#include <sstream>

#include <marisa.h>
#include <xxhash.h>

#include "analyzers/lexicon/lexicon_file.hpp"
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

WordNumber number_of(const marisa::Trie& trie, marisa::Agent& agent, const std::string& text) {
    if (text.empty()) return no_word;
    agent.set_query(text.data(), text.size());
    return trie.lookup(agent) ? static_cast<WordNumber>(agent.key().id()) : no_word;
}

}  // namespace

Result<void> write_lexicon(const std::filesystem::path& file, std::vector<LexiconWord> words) {
    complete(words);
    marisa::Keyset keys;
    for (const LexiconWord& word : words) keys.push_back(word.text.data(), word.text.size());
    marisa::Trie trie;
    trie.build(keys);
    marisa::Agent agent;
    std::vector<LexiconEntry> entries(words.size());
    for (const LexiconWord& word : words) {
        const WordNumber own = number_of(trie, agent, word.text);
        const WordNumber lemma = number_of(trie, agent, word.lemma);
        const WordNumber base = number_of(trie, agent, word.base);
        entries[own] = {lemma == no_word ? own : lemma,
                        base == own ? no_word : base,
                        word.classes,
                        word.roles,
                        word.begins,
                        word.ends,
                        word.likely_begins,
                        word.likely_ends,
                        word.linking_s,
                        word.dictionaries};
    }
    // A base form is its own: of a chain the last counts.
    for (LexiconEntry& entry : entries)
        for (int step = 0; step < longest_chain && entries[entry.lemma].lemma != entry.lemma; ++step)
            entry.lemma = entries[entry.lemma].lemma;
    std::ostringstream trie_bytes;
    trie_bytes << trie;
    std::string content(reinterpret_cast<const char*>(entries.data()), entries.size() * sizeof(LexiconEntry));
    content.resize((content.size() + 7) / 8 * 8);
    content += trie_bytes.str();
    LexiconHeader header;
    header.words = words.size();
    header.trie_bytes = trie_bytes.str().size();
    header.hash = XXH3_64bits_withSeed(content.data(), content.size(), header.seed());
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    return write_durably(file, bytes + content);
}

}  // namespace schakel
