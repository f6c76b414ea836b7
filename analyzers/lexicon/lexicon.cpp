#include "analyzers/lexicon/lexicon.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>
#include <xxhash.h>

#include "analyzers/lexicon/lexicon_file.hpp"

namespace schakel {

namespace {

tl::unexpected<Error> not_a_lexicon(const std::filesystem::path& file) {
    return fail(ErrorCode::language_data_invalid,
                {fmt::format("{}: dit is geen heel woordenboek van deze versie van Schakel.", file.string()),
                 fmt::format("{}: this is not a whole lexicon of this version of Schakel.", file.string())},
                {"Bouw Schakel opnieuw; daarbij wordt het woordenboek gemaakt.",
                 "Build Schakel again; that makes the lexicon."});
}

/// Takes the first `count` records off `bytes`, which must hold them.
template <class Record>
std::span<const Record> take(std::string_view& bytes, std::size_t count) {
    const auto* records = reinterpret_cast<const Record*>(bytes.data());
    bytes.remove_prefix(count * sizeof(Record));
    return {records, count};
}

std::size_t content_bytes(const LexiconHeader& header) {
    return header.words * (sizeof(LexiconEntry) + sizeof(std::uint32_t)) + header.slots * sizeof(AutomatonSlot) +
           header.letters;
}

}  // namespace

Result<Lexicon> Lexicon::open(const std::filesystem::path& path) {
    auto mapped = MappedFile::open(path);
    if (!mapped) return tl::unexpected(mapped.error());
    Lexicon lexicon;
    lexicon.file_ = std::move(*mapped);
    if (!lexicon.read(lexicon.file_.text())) return not_a_lexicon(path);
    return lexicon;
}

/// Whether the bytes are those of a lexicon of this version.
bool Lexicon::read(std::string_view bytes) {
    LexiconHeader header;
    if (bytes.size() < sizeof header) return false;
    std::memcpy(&header, bytes.data(), sizeof header);
    bytes.remove_prefix(sizeof header);
    const bool ours = std::memcmp(header.magic, LexiconHeader{}.magic, sizeof header.magic) == 0;
    if (!ours || bytes.size() != content_bytes(header)) return false;
    if (XXH3_64bits_withSeed(bytes.data(), bytes.size(), header.seed()) != header.hash) return false;
    entries_ = take<LexiconEntry>(bytes, header.words);
    automaton_ = {take<AutomatonSlot>(bytes, header.slots), header.root};
    ends_ = take<std::uint32_t>(bytes, header.words);
    letters_ = bytes;
    version_ = fmt::format("{:016x}", header.hash);
    return is_whole();
}

/// Whether every number in it leads somewhere: what is asked later is not looked at again.
bool Lexicon::is_whole() const {
    const bool rising =
        std::is_sorted(ends_.begin(), ends_.end()) && (ends_.empty() || ends_.back() == letters_.size());
    return rising && automaton_.is_whole() &&
           std::all_of(entries_.begin(), entries_.end(), [&](const LexiconEntry& entry) {
               return entry.lemma < entries_.size() && (entry.base < entries_.size() || entry.base == no_word);
           });
}

std::string_view Lexicon::text(WordNumber word) const {
    const std::size_t begin = word == 0 ? 0 : ends_[word - 1];
    return letters_.substr(begin, ends_[word] - begin);
}

}  // namespace schakel
