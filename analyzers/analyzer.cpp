#include "analyzers/analyzer.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <xxhash.h>

#include "analyzers/term_length.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

constexpr std::string_view chain_version = "nl-2";
constexpr std::size_t most_joined_parts = 6;  // of a hyphenated word; a longer run is a list
constexpr std::size_t most_listed_words = 4;  // of a key of spelling.tsv

bool is_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Token token_at(const TextWord& found, std::uint32_t position, TokenKind kind) {
    return {nullptr, static_cast<std::uint32_t>(found.begin), static_cast<std::uint32_t>(found.end), position, kind};
}

bool stands_before(const Token& a, const Token& b) { return a.position < b.position; }

/// Whether the first `count` tokens have the term of `token` at its place.
bool holds(const Tokens& tokens, std::size_t count, const Token& token) {
    for (; count > 0 && tokens[count - 1].position == token.position; --count)
        if (tokens[count - 1].term() == token.term()) return true;
    return false;
}

/// "landelijk(e)" gives one term twice at one place. Joined words stand at `first_position` or behind it.
void drop_doubles(Tokens& tokens, std::uint32_t first_position) {
    const auto first =
        std::lower_bound(tokens.begin(), tokens.end(), first_position,
                         [](const Token& token, std::uint32_t position) { return token.position < position; });
    auto kept = static_cast<std::size_t>(first - tokens.begin());
    for (std::size_t i = kept; i < tokens.size(); ++i)
        if (tokens[i].kind != TokenKind::joined || !holds(tokens, kept, tokens[i])) tokens[kept++] = tokens[i];
    tokens.resize(kept);
}

/// A number or a reference: compared without regard to case or kind of dash, never reduced.
Word unreduced(std::string_view written) {
    Word word;
    word.form = shortened_term(fold(written));
    word.term = word.form;
    return word;
}

/// What the lexicon and the splitter say to whoever completes an elision.
ElisionKnowledge elision_knowledge(const LanguageData& data) {
    const CompoundSplitter splitter(*data.lexicon, data.compound_rules);
    const auto split = [splitter](std::string_view word, std::vector<std::size_t>& boundaries) {
        std::vector<CompoundPart> parts;
        splitter.split(word, parts);
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) boundaries.push_back(parts[i].end);
    };
    return {[&lexicon = *data.lexicon](std::string_view word) { return lexicon.find(word).has_value(); }, split};
}

}  // namespace

Analyzer::Analyzer(const LanguageData& data, std::size_t most_words)
    : data_(data),
      elisions_(elision_knowledge(data)),
      separable_verbs_(*data.lexicon),
      words_(data),
      known_(most_words) {}

Word Analyzer::dutch_word(std::string_view written) const {
    Word word = words_.analyze(written);
    word.begins_listed = data_.joined_starts.contains(word.form);
    word.particle = SeparableVerbs::is_possible_particle(word.form);
    word.verb = separable_verbs_.is_verb(word.form);
    return word;
}

KnownWord Analyzer::word_of(std::string_view written) {
    if (language_ != TextLanguage::dutch) return foreign_word_of(written);
    return known_.word(written, Reading::dutch, [&] { return first_seen(written); });
}

/// Capitals and accents make no other word of it, except where an abbreviation is written with just these capitals.
const Word* Analyzer::first_seen(std::string_view written) {
    const std::string folded = fold(written);
    const auto is_exact = [&](std::string_view text) { return data_.exact_abbreviations.contains(text); };
    const auto make = [&](std::string_view text) { return known_.keep(dutch_word(text)); };
    if (folded == written || is_exact(written) || is_exact(folded)) return make(written);
    return known_.word(folded, Reading::dutch, [&] { return make(folded); }).word;
}

KnownWord Analyzer::foreign_word_of(std::string_view written) {
    const bool english = language_ == TextLanguage::english;
    return known_.word(written, english ? Reading::english : Reading::other, [&] {
        return known_.keep(english ? foreign_words_.english_word(written) : foreign_words_.other_word(written));
    });
}

KnownWord Analyzer::unreduced_word_of(std::string_view written) {
    return known_.word(written, Reading::unreduced, [&] {
        Word word = unreduced(written);
        if (const auto known = data_.abbreviations.find(word.form); known != data_.abbreviations.end())
            word.term = known->second;  // "B&W" is BenW
        return known_.keep(std::move(word));
    });
}

void Analyzer::add_token(Token token, KnownWord known, Tokens& tokens) {
    if (known.word == nullptr) return;
    if (known.may_join) may_join_.push_back(tokens.size());
    token.word = known.word;
    tokens.push_back(token);
}

std::uint32_t Analyzer::add_reference(std::string_view text, const TextWord& found, std::uint32_t position,
                                      Tokens& tokens) {
    add_token(token_at(found, position, TokenKind::reference), unreduced_word_of(found.written), tokens);
    for (const ReferencePart& part : found.parts) {
        const std::string_view surface =
            part.written.empty() ? text.substr(part.begin, part.end - part.begin) : std::string_view(part.written);
        add_token({nullptr, static_cast<std::uint32_t>(part.begin), static_cast<std::uint32_t>(part.end),
                   position + part.position, TokenKind::reference_part},
                  is_number(surface) ? unreduced_word_of(surface) : word_of(surface), tokens);
    }
    return position + found.positions();
}

void Analyzer::add_joined(std::string_view written, Token place) {
    place.word = word_of(written).word;
    place.kind = TokenKind::joined;
    if (place.word != nullptr) joined_.push_back(place);
}

/// A hyphenated word is its parts and also one word: Wmo-werkplaats is found by wmowerkplaats.
void Analyzer::follow_hyphens(const TextWord& found, const Token& token) {
    if (!found.hyphen_before) run_ = {"", token, 0};
    if (run_.words < most_joined_parts) run_.letters += token.word->form;
    ++run_.words;
    if (found.hyphen_after || run_.words < 2 || run_.words > most_joined_parts) return;
    run_.first.end = token.end;
    add_joined(run_.letters, run_.first);
}

void Analyzer::add_word(const TextWord& found, Token token, KnownWord known, Tokens& tokens) {
    token.word = known.word;
    if (!found.shorter.empty()) {
        add_joined(found.written, token);
        if (const KnownWord shorter = word_of(found.shorter); shorter.word != nullptr) known = shorter;
        token.word = known.word;
    }
    for (const ReferencePart& part : found.parts)  // what stands in brackets within the word
        add_joined(text_.substr(part.begin, part.end - part.begin), token);
    if (found.hyphen_before || found.hyphen_after) follow_hyphens(found, token);
    add_token(token, known, tokens);
}

/// Words that an enumeration leaves unfinished: jeugdbeleid in "jeugd- en gezinsbeleid".
void Analyzer::complete_elisions(const TextWord& found, std::uint32_t position) {
    completed_.clear();
    elisions_.add(found, position, completed_);
    for (const CompletedWord& word : completed_)
        add_joined(word.written, {nullptr, static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(word.end),
                                  word.place, TokenKind::joined});
}

/// Neighbours that spelling.tsv reads as one word: lange termijn is also langetermijn.
void Analyzer::add_listed_pairs(const Tokens& tokens, std::size_t first) {
    std::string key = tokens[first].word->form;
    for (std::size_t last = first + 1; last < std::min(tokens.size(), first + most_listed_words); ++last) {
        (key += ' ') += tokens[last].word->form;
        const auto listed = data_.joined_words.find(key);
        if (listed == data_.joined_words.end()) continue;
        Token place = tokens[first];
        place.end = tokens[last].end;
        add_joined(listed->second, place);
    }
}

/// What words become with others near them.
void Analyzer::join_near(const Tokens& tokens) {
    for (const std::size_t token : may_join_)
        if (tokens[token].word->begins_listed) add_listed_pairs(tokens, token);
    for (const std::size_t token : may_join_)
        separable_verbs_.find(text_, tokens, token,
                              [this](std::string_view written, const Token& place) { add_joined(written, place); });
}

void Analyzer::merge_joined(Tokens& tokens) {
    if (joined_.empty()) return;
    std::stable_sort(joined_.begin(), joined_.end(), stands_before);
    const std::uint32_t first = joined_.front().position;
    std::size_t at = tokens.size();
    std::size_t free = at + joined_.size();
    tokens.resize(free);
    while (!joined_.empty()) {
        if (at > 0 && stands_before(joined_.back(), tokens[at - 1])) {
            tokens[--free] = tokens[--at];
        } else {
            tokens[--free] = joined_.back();
            joined_.pop_back();
        }
    }
    drop_doubles(tokens, first);
}

std::uint32_t Analyzer::analyze(std::string_view text, Tokens& tokens, std::uint32_t first_position,
                                TextLanguage language) {
    tokens.clear();
    may_join_.clear();
    joined_.clear();
    text_ = text;
    language_ = language;
    tokenizer_.start(text);
    elisions_.start(text);
    std::uint32_t position = first_position;
    while (const TextWord found = tokenizer_.next()) {
        if (language == TextLanguage::dutch) complete_elisions(found, position);
        if (found.kind == TextWordKind::reference) {
            position = add_reference(text, found, position, tokens);
            run_.words = most_joined_parts;  // "55+-woningen" is no word
            continue;
        }
        const bool number = found.kind == TextWordKind::number;
        const KnownWord known = number ? unreduced_word_of(found.written) : word_of(found.written);
        if (known.word == nullptr) continue;
        const Token token = token_at(found, position, number ? TokenKind::number : TokenKind::word);
        if (found.is_simple())
            add_token(token, known, tokens);
        else
            add_word(found, token, known, tokens);
        ++position;
    }
    if (language == TextLanguage::dutch) join_near(tokens);
    merge_joined(tokens);
    return position;
}

Tokens Analyzer::analyze(std::string_view text) {
    Tokens tokens;
    analyze(text, tokens);
    return tokens;
}

std::string analysis_fingerprint(const LanguageData& data) {
    static constexpr std::array<std::string_view, 6> probes{"gemeenten",     "kinderen",  "opgeschaald",
                                                            "mogelijkheden", "wijkteams", "brieven"};
    const Stemmer stemmer(data);
    std::string behaviour = fmt::format("{}\n{}\n", chain_version, data.version);
    for (const std::string_view probe : probes) behaviour += stemmer.stem(probe) + '\n';
    const XXH128_hash_t hash = XXH3_128bits(behaviour.data(), behaviour.size());
    return fmt::format("{}-{:016x}{:016x}", chain_version, hash.high64, hash.low64);
}

}  // namespace schakel
