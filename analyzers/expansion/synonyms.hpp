#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "analyzers/installation.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// A term of a name of several words; `offset` is its distance in positions from the first.
struct NameTerm {
    std::string term;
    std::uint32_t offset = 0;

    bool operator==(const NameTerm&) const = default;
};

/// Another name for what a query asks for.
struct Synonym {
    std::string label;  // as the curator wrote it; empty for an outdated name, which is searched for but never shown
    std::vector<NameTerm> terms;  // at their offsets
    bool succession = false;      // one of the two took the place of the other
    double weight = 1;            // against 1 for today's preferred name
    std::string only_for;         // the name as it must be typed: HAN is an organisation, han a name; empty = any way
};

/// The names that stand for each other: labels of one concept in the vocabularies, abbreviations with their names, terms
/// with what took their place. A name leads to the preferred one with full weight and to the other names with half of it;
/// hidden labels and outdated names lead to today's, and back with half the weight. In a concept that is two things,
/// "data en monitoring", a name leads to the preferred one only. Immutable; safe from any thread.
class Synonyms {
public:
    explicit Synonyms(const Installation& installation);

    /// Words of the longest name.
    std::size_t longest() const { return longest_; }

    /// The other names of the one that is written with these terms, separated by a space; none when there is no such name.
    const std::vector<Synonym>& of(std::string_view terms) const;

private:
    struct Name {
        std::string label;
        std::vector<NameTerm> terms;
        enum class Standing { preferred, other, hidden, outdated } standing = Standing::other;
    };
    using Standing = Name::Standing;

    static bool is_shown(Standing standing);
    static Name name_of(const std::string& label, Standing standing, Analyzer& analyzer);
    void add_concepts(const Vocabulary& vocabulary, Analyzer& analyzer);
    void connect(const std::vector<Name>& names);
    void connect(const Name& from, const Name& to);

    StringMap<std::vector<Synonym>> by_terms_;
    std::size_t longest_ = 0;
};

}  // namespace schakel
