#include "analyzers/lexicon/word_automaton.hpp"

#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "analyzers/lexicon/word_automaton_builder.hpp"

namespace schakel {

namespace {

/// An automaton with its slots.
class Words {
public:
    explicit Words(const std::set<std::string>& words) {
        WordAutomatonBuilder builder;
        for (const std::string& word : words) builder.add(word);
        slots_ = builder.finish(root_);
    }

    WordAutomaton automaton() const { return {slots_, root_}; }
    std::vector<AutomatonSlot>& slots() { return slots_; }

private:
    std::uint32_t root_ = 0;
    std::vector<AutomatonSlot> slots_;
};

/// Words of few letters, which share beginnings and endings, with bytes above ASCII among them.
rc::Gen<std::set<std::string>> word_sets() {
    const auto letter = rc::gen::elementOf(std::string("aben\xC3\xFF"));
    return rc::gen::container<std::set<std::string>>(rc::gen::nonEmpty(rc::gen::container<std::string>(letter)));
}

std::vector<std::size_t> lengths_of_prefixes(const std::set<std::string>& words, const std::string& text) {
    std::vector<std::size_t> lengths;
    for (std::size_t length = 1; length <= text.size(); ++length)
        if (words.contains(text.substr(0, length))) lengths.push_back(length);
    return lengths;
}

}  // namespace

TEST_CASE("a word has its place in the list as its number") {
    const Words words({"gemeente", "gemeenten", "mee", "meent", "zorg"});
    CHECK(words.automaton().find(std::string_view("gemeente")) == 0U);
    CHECK(words.automaton().find(std::string_view("gemeenten")) == 1U);
    CHECK(words.automaton().find(std::string_view("zorg")) == 4U);
    CHECK_FALSE(words.automaton().find(std::string_view("gemeen")));
    CHECK_FALSE(words.automaton().find(std::string_view("gemeentes")));
}

TEST_CASE("an automaton holds its words and no others") {
    rc::prop("numbers are places", [] {
        const std::set<std::string> list = *word_sets();
        const Words words(list);
        const WordAutomaton automaton = words.automaton();
        RC_ASSERT(automaton.is_whole());
        std::uint32_t place = 0;
        for (const std::string& word : list) RC_ASSERT(automaton.find(std::string_view(word)) == place++);
        for (const std::string& other : *word_sets())
            RC_ASSERT(automaton.find(std::string_view(other)).has_value() == list.contains(other));
    });
    rc::prop("prefixes are the words that a text begins with", [] {
        const std::set<std::string> list = *word_sets();
        const Words words(list);
        for (const std::string& text : *word_sets()) {
            std::vector<std::size_t> lengths;
            words.automaton().prefixes(text, [&](std::size_t length, std::uint32_t number) {
                lengths.push_back(length);
                RC_ASSERT(words.automaton().find(std::string_view(text).substr(0, length)) == number);
            });
            RC_ASSERT(lengths == lengths_of_prefixes(list, text));
        }
    });
}

TEST_CASE("an automaton without words finds none") {
    const Words none({});
    CHECK(none.automaton().is_whole());
    CHECK_FALSE(none.automaton().find(std::string_view("zorg")));
    CHECK_FALSE(none.automaton().find(std::string_view("")));
}

TEST_CASE("endings are shared") {
    std::set<std::string> many;
    for (char first = 'a'; first <= 'z'; ++first)
        for (char second = 'a'; second <= 'z'; ++second) many.insert(std::string{first, second} + "heidsverklaring");
    CHECK(Words(many).slots().size() < 1000);  // of 11,492 letters
}

TEST_CASE("a letter that leads outside is seen") {
    Words words({"zorg", "zorgen"});
    for (AutomatonSlot& slot : words.slots())
        if (slot.letter() == 'z') slot.letter_and_next |= 0xFFFFFF00U;
    CHECK_FALSE(words.automaton().is_whole());
    CHECK_FALSE(WordAutomaton().is_whole());
}

TEST_CASE("a zero byte is no letter") {
    const Words words({"zorg"});
    CHECK_FALSE(words.automaton().find(std::string_view("zorg\0", 5)));
    CHECK_FALSE(words.automaton().find(std::string_view("\0", 1)));
}

}  // namespace schakel
