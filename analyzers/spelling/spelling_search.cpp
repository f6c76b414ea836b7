#include "analyzers/spelling/spelling_search.hpp"

#include <algorithm>

#include "analyzers/spelling/letters.hpp"

namespace schakel {

namespace {

/// Over all runs for one word: about 15 ms.
constexpr std::size_t most_steps = 60'000;
constexpr std::size_t most_found = 64;
constexpr std::size_t shortest_part = 3;
constexpr std::size_t first_table_size = 1U << 12;

std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 32;
    value *= 0x9E3779B97F4A7C15ULL;
    return value ^ (value >> 29);
}

bool stands_for(char in_table, char written) {
    return written == in_table || (!has_accent(in_table) && plain_letter(written) == in_table);
}

}  // namespace

SpellingSearch::SpellingSearch(const WordGraph& graph, const Confusions& confusions, std::string_view written)
    : graph_(graph), confusions_(confusions), written_(written) {
    for (std::size_t place = 0; place <= written_.size(); ++place) confusions_at_.push_back(confusions_at(place));
}

std::vector<const Confusion*> SpellingSearch::confusions_at(std::size_t place) const {
    std::vector<const Confusion*> found;
    const std::string_view rest = written_.substr(place);
    const auto collect = [&](std::span<const Confusion> confusions) {
        for (const Confusion& confusion : confusions) {
            const std::size_t size = confusion.written.size();
            if (size > rest.size() || (confusion.at_start && place != 0) || (confusion.at_end && size != rest.size()))
                continue;
            if (std::equal(confusion.written.begin(), confusion.written.end(), rest.begin(), stands_for))
                found.push_back(&confusion);
        }
    };
    if (!rest.empty()) collect(confusions_.beginning_with(plain_letter(rest.front())));
    collect(confusions_.beginning_with('\0'));
    return found;
}

std::vector<SpellingCandidate> SpellingSearch::run(unsigned limit, const Joints& joints) {
    limit_ = limit;
    joints_ = joints ? &joints : nullptr;
    start();
    for (unsigned cost = 0; cost <= limit_; ++cost)
        for (std::size_t next = 0; next < by_cost_[cost].size(); ++next) {
            if (++steps_ > most_steps || found_.size() == most_found) return std::move(found_);
            visit(by_cost_[cost][next], cost);
        }
    return std::move(found_);
}

void SpellingSearch::start() {
    beginnings_.assign(1, {1, 0, GraphEdge{graph_.root() << 10}});
    by_cost_.assign(limit_ + 1, {});
    seen_.assign(first_table_size, 0);
    seen_count_ = 0;
    found_.clear();
    push({}, 0);
}

void SpellingSearch::visit(State state, unsigned cost) {
    if (!is_new(state)) return;
    if (state.read == written_.size()) accept(state, cost);
    if (state.closed) return;
    read_as_written(state, cost);
    confuse(state, cost);
    change_one_letter(state, cost);
    transpose(state, cost);
    if (joints_ != nullptr) join(state, cost);
}

void SpellingSearch::read_as_written(State state, unsigned cost) {
    if (state.read == written_.size()) return;
    const auto edge = graph_.follow(node_of(state.beginning), written_[state.read]);
    if (edge) push({extended(state.beginning, *edge), static_cast<std::uint16_t>(state.read + 1)}, cost);
}

void SpellingSearch::change_one_letter(State state, unsigned cost) {
    const char here = letter_at(state.read);
    const unsigned first = state.read == 0 ? letter_cost::first_letter : 0;
    const bool at_end = state.read == written_.size();
    const auto after = static_cast<std::uint16_t>(state.read + 1);
    for (const GraphEdge edge : graph_.edges(node_of(state.beginning))) {
        const char letter = edge.letter();
        const unsigned left_out = cost + first + letter_cost::left_out(letter, last_letter(state), here);
        const bool accent_only = plain_letter(letter) == plain_letter(here);
        const unsigned other = at_end || letter == here
                                   ? limit_ + 1
                                   : cost + (accent_only ? 0 : first) + letter_cost::substituted(here, letter);
        if (left_out > limit_ && other > limit_) continue;
        const std::uint32_t beginning = extended(state.beginning, edge);
        push({beginning, state.read}, left_out);
        push({beginning, after}, other);
    }
    if (at_end) return;
    const char before = state.read > 0 ? written_[state.read - 1U] : '\0';
    push({state.beginning, after}, cost + first + letter_cost::added(here, before, letter_at(after)));
}

void SpellingSearch::transpose(State state, unsigned cost) {
    cost += letter_cost::transposed + (state.read == 0 ? letter_cost::first_letter : 0);
    if (state.read + 2U > written_.size() || cost > limit_) return;
    const char swapped[] = {written_[state.read + 1U], written_[state.read]};
    if (const auto beginning = extended_by(state.beginning, {swapped, 2}))
        push({*beginning, static_cast<std::uint16_t>(state.read + 2)}, cost);
}

void SpellingSearch::confuse(State state, unsigned cost) {
    for (const Confusion* confusion : confusions_at_[state.read]) {
        if (cost + confusion->cost > limit_) continue;
        const auto read = static_cast<std::uint16_t>(state.read + confusion->written.size());
        if (const auto beginning = extended_by(state.beginning, confusion->meant))
            push({*beginning, read, confusion->at_end}, cost + confusion->cost);
    }
}

/// A second word begins; for the third the work would grow too much.
void SpellingSearch::join(State state, unsigned cost) {
    const Beginning first = beginnings_[state.beginning];
    if (!first.edge.ends_word() || first.last_part != 0 || first.length < shortest_part) return;
    if (state.read + shortest_part > written_.size()) return;
    for (const Joint& joint : (*joints_)(spelled(state.beginning))) {
        const bool linked = joint.letters == "s";
        if (cost + joint.cost > limit_ || (linked && written_[state.read] != 's')) continue;
        std::uint32_t beginning = state.beginning;
        for (const char letter : joint.letters) beginning = extended(beginning, {static_cast<unsigned char>(letter)});
        beginning = extended(beginning, {});  // no letter: keeps it apart from a word of the list with the same letters
        Beginning& second = beginnings_[beginning];
        second.edge.bits = graph_.root() << 10;
        second.last_part = static_cast<std::uint16_t>(first.length + joint.letters.size());
        push({beginning, static_cast<std::uint16_t>(state.read + (linked ? 1 : 0))}, cost + joint.cost);
    }
}

void SpellingSearch::accept(State state, unsigned cost) {
    const Beginning& beginning = beginnings_[state.beginning];
    if (!beginning.edge.ends_word()) return;
    std::string letters = spelled(state.beginning);
    for (const SpellingCandidate& known : found_)
        if (known.letters == letters) return;
    found_.push_back({std::move(letters), cost, beginning.last_part});
}

bool SpellingSearch::is_new(State state) {
    if (seen_count_ * 2 > seen_.size()) make_room();
    const std::uint64_t place = state.read * 2U + (state.closed ? 1U : 0U);
    const std::uint64_t key = mixed(beginnings_[state.beginning].hash + place * 0x9E3779B97F4A7C15ULL) | 1U;
    std::size_t slot = key & (seen_.size() - 1);
    for (; seen_[slot] != 0; slot = (slot + 1) & (seen_.size() - 1))
        if (seen_[slot] == key) return false;
    seen_[slot] = key;
    ++seen_count_;
    return true;
}

void SpellingSearch::make_room() {
    std::vector<std::uint64_t> keys(seen_.size() * 2, 0);
    keys.swap(seen_);
    for (const std::uint64_t key : keys) {
        if (key == 0) continue;
        std::size_t slot = key & (seen_.size() - 1);
        while (seen_[slot] != 0) slot = (slot + 1) & (seen_.size() - 1);
        seen_[slot] = key;
    }
}

void SpellingSearch::push(State state, unsigned cost) {
    if (cost <= limit_) by_cost_[cost].push_back(state);
}

std::uint32_t SpellingSearch::extended(std::uint32_t beginning, GraphEdge edge) {
    const Beginning& before = beginnings_[beginning];
    const bool has_letter = edge.letter() != '\0';
    const std::uint64_t hash = mixed(before.hash * 0x100000001B3ULL + static_cast<unsigned char>(edge.letter()));
    const auto length = static_cast<std::uint16_t>(before.length + (has_letter ? 1 : 0));
    beginnings_.push_back({hash, beginning, edge, length, before.last_part});
    return static_cast<std::uint32_t>(beginnings_.size() - 1);
}

std::optional<std::uint32_t> SpellingSearch::extended_by(std::uint32_t beginning, std::string_view letters) {
    std::uint32_t node = node_of(beginning);
    for (const char letter : letters) {
        const auto edge = graph_.follow(node, letter);
        if (!edge) return std::nullopt;
        node = edge->node();
    }
    for (const char letter : letters) beginning = extended(beginning, *graph_.follow(node_of(beginning), letter));
    return beginning;
}

std::string SpellingSearch::spelled(std::uint32_t beginning) const {
    std::string letters;
    for (; beginning != 0; beginning = beginnings_[beginning].before)
        if (const char letter = beginnings_[beginning].edge.letter(); letter != '\0') letters += letter;
    std::reverse(letters.begin(), letters.end());
    return letters;
}

}  // namespace schakel
