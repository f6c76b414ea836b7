#include "analyzers/lexicon/lexicon.hpp"

#include <cstring>

#include <fmt/format.h>
#include <marisa.h>
#include <xxhash.h>

#include "analyzers/lexicon/lexicon_file.hpp"
#include "config/index/mapped_file.hpp"

namespace schakel {

namespace {

/// MARISA keeps the state of a search in an agent; one per thread serves every lexicon.
marisa::Agent& agent_with(std::string_view query) {
    thread_local marisa::Agent agent;
    agent.set_query(query.data(), query.size());
    return agent;
}

tl::unexpected<Error> not_a_lexicon(const std::filesystem::path& file) {
    return fail(ErrorCode::language_data_invalid,
                {fmt::format("{}: dit is geen heel woordenboek van deze versie van Schakel.", file.string()),
                 fmt::format("{}: this is not a whole lexicon of this version of Schakel.", file.string())},
                {"Bouw Schakel opnieuw; daarbij wordt het woordenboek gemaakt.",
                 "Build Schakel again; that makes the lexicon."});
}

std::size_t padded(std::size_t bytes) { return (bytes + 7) / 8 * 8; }

}  // namespace

struct Lexicon::State {
    MappedFile file;
    marisa::Trie trie;
    const LexiconEntry* entries = nullptr;
    std::size_t words = 0;
    std::string version;
};

Lexicon::Lexicon(std::unique_ptr<State> state) : state_(std::move(state)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::open(const std::filesystem::path& path) {
    auto mapped = MappedFile::open(path);
    if (!mapped) return tl::unexpected(mapped.error());
    auto state = std::make_unique<State>();
    state->file = std::move(*mapped);
    const std::string_view bytes = state->file.text();
    LexiconHeader header;
    if (bytes.size() < sizeof header) return not_a_lexicon(path);
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::string_view content = bytes.substr(sizeof header);
    const bool fits = header.words <= content.size() / sizeof(LexiconEntry) &&
                      padded(header.words * sizeof(LexiconEntry)) + header.trie_bytes == content.size();
    const bool ours = std::memcmp(header.magic, LexiconHeader{}.magic, sizeof header.magic) == 0;
    if (!ours || !fits || XXH3_64bits_withSeed(content.data(), content.size(), header.seed()) != header.hash)
        return not_a_lexicon(path);
    state->entries = reinterpret_cast<const LexiconEntry*>(content.data());
    state->words = header.words;
    state->version = fmt::format("{:016x}", header.hash);
    const std::string_view trie = content.substr(padded(header.words * sizeof(LexiconEntry)));
    state->trie.map(trie.data(), trie.size());
    return Lexicon(std::move(state));
}

std::size_t Lexicon::size() const { return state_->words; }
const std::string& Lexicon::version() const { return state_->version; }
const LexiconEntry& Lexicon::entry(WordNumber word) const { return state_->entries[word]; }

std::optional<WordNumber> Lexicon::find(std::string_view folded) const {
    marisa::Agent& agent = agent_with(folded);
    if (!state_->trie.lookup(agent)) return std::nullopt;
    return static_cast<WordNumber>(agent.key().id());
}

std::string Lexicon::text(WordNumber word) const {
    marisa::Agent& agent = agent_with({});
    agent.set_query(word);
    state_->trie.reverse_lookup(agent);
    return {agent.key().ptr(), agent.key().length()};
}

void Lexicon::prefixes(std::string_view text, std::vector<LexiconPrefix>& prefixes) const {
    prefixes.clear();
    marisa::Agent& agent = agent_with(text);
    while (state_->trie.common_prefix_search(agent))
        prefixes.push_back({agent.key().length(), static_cast<WordNumber>(agent.key().id())});
}

std::vector<WordNumber> Lexicon::beginning_with(std::string_view prefix, std::size_t most) const {
    std::vector<WordNumber> words;
    marisa::Agent& agent = agent_with(prefix);
    while (words.size() < most && state_->trie.predictive_search(agent))
        words.push_back(static_cast<WordNumber>(agent.key().id()));
    return words;
}

}  // namespace schakel
