#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "config/string_map.hpp"
#include "searchd/engine/passages/passage.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// What a term of the index shows of a query.
struct TermUse {
    struct NameWord {
        std::uint32_t name = 0;  // number
        std::uint32_t word = 0;  // in it, from 0
    };
    ClauseSet clauses = 0;             // by itself
    std::vector<NameWord> name_words;  // only with the other words of those names around it
};

/// A place in a text with something that the query may ask for.
struct PlacedUse {
    std::uint32_t position = 0;
    bool implied = false;
    const TermUse* use = nullptr;  // never null
};

/// Whether the words of a name are shown where the others are missing.
enum class NameWords { together, apart };

/// The terms by which a query is shown in a text: *sociaal* of the synonym *sociaal wijkteam* only where that stands whole, and
/// *respijt* and *zorg* for *respijtzorg* only near each other. Clauses behind the 64th are not shown. Immutable; safe from any
/// thread.
class MarkedTerms {
public:
    /// Stop words within other names are not marked.
    MarkedTerms(const Query& query, const std::function<bool(const std::string&)>& is_stop_word);

    bool empty() const { return uses_.empty(); }
    const StringMap<TermUse>& uses() const { return uses_; }

    /// Clauses that are asked for in another text field only.
    ClauseSet elsewhere(FieldId text_field) const { return elsewhere_[static_cast<std::size_t>(text_field)]; }

    /// All clauses that a term may show, with or without others.
    ClauseSet clauses_of(const std::string& term) const;

    /// The places that show something in `text_field`; `places` are all of one text, in order of position.
    std::vector<PlacedHit> hits_among(std::span<const PlacedUse> places, FieldId text_field, NameWords names) const;

private:
    using IsStopWord = std::function<bool(const std::string&)>;

    /// A name of several words, or the parts of a compound.
    struct Name {
        ClauseSet clause = 0;
        std::vector<std::uint32_t> offsets;  // of its words, from the first
        std::uint32_t slack = 0;             // by which those may differ
    };

    void add_clause(const QueryClause& clause, ClauseSet bit, const IsStopWord& is_stop_word);
    void add_name(const QueryClause& clause, const Alternative& alternative, ClauseSet bit,
                  const IsStopWord& is_stop_word);
    bool stands_whole(std::span<const PlacedUse> places, std::size_t index, const TermUse::NameWord& word) const;
    bool stands_at(std::span<const PlacedUse> places, const TermUse::NameWord& word, std::uint32_t expected) const;

    StringMap<TermUse> uses_;
    std::vector<Name> names_;
    std::array<ClauseSet, text_field_count> elsewhere_{};
};

/// The clauses and names of both.
void merge(TermUse& into, const TermUse& from);

}  // namespace schakel
