#pragma once

#include <string>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "config/string_map.hpp"
#include "config/text.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// The other names of places that people type: what took the place of a municipality that no longer exists (Haaren), and the
/// names that municipalities and provinces have beside their official one (Den Bosch, Fryslân). A name that is also a word
/// (Leek) counts only with a capital. Immutable after loading; safe from any thread.
class PlaceAliases {
public:
    /// From the tables of regions and of recognition of the installation. Errors: those of reading them.
    static Result<PlaceAliases> load(const Installation& installation);

    /// Gives every clause of a name those other names as alternatives, and the query a notice about each merger. `weight` is that
    /// of the alternatives of a name of one word; a longer one divides it over its clauses; 0 changes nothing. Words in quotes
    /// and unwanted words stay what they are. Call it before `QueryExpander`, which adds nothing twice.
    void add_to(Query& query, double weight) const;

private:
    friend class PlaceAliasReader;

    /// What else to look for when a name is typed.
    struct Entry {
        std::vector<Alternative> others;
        Text notice;                 // about a merger; empty when there was none
        bool needs_capital = false;  // it is also a word
    };

    struct Match {
        const Entry* entry = nullptr;
        std::size_t clauses = 0;
    };

    Match longest_name_at(const Query& query, std::size_t first) const;

    StringMap<Entry> by_slug_;
    std::size_t longest_ = 0;  // words of the longest name
};

}  // namespace schakel
