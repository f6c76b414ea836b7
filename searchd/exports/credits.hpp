#pragma once

#include <string>
#include <vector>

#include "config/index/stored_record.hpp"
#include "searchd/page/labels.hpp"

namespace schakel {

/// Who a product owes its existence to, by name, each name once per list and as one plain line.
struct Credits {
    std::vector<std::string> persons;     // as the source writes them, see `family_name_first`
    std::vector<std::string> makers;      // organisations
    std::vector<std::string> publishers;  // organisations; those without a role too

    /// Organisations that stand for the author when no person is known: the makers, else the publishers.
    const std::vector<std::string>& organisations() const { return makers.empty() ? publishers : makers; }

    /// Who a reference names first; may be empty.
    const std::vector<std::string>& responsible() const { return persons.empty() ? organisations() : persons; }
};

/// Pure; safe from any thread.
Credits credits_of(const StoredRecord& record, const Labels& labels);

/// A person's name as lists of references have it, where initials show what the family name is: "M. van Biene" → "Biene, M. van". What
/// begins with something else ("Stam, M.", "Pauline van Viegen", a ministry) stays as it is. Pure; safe from any thread.
std::string family_name_first(const std::string& name);

/// The same for all.
std::vector<std::string> family_names_first(std::vector<std::string> names);

/// The year that a product came out, of its date when it has none; empty when not known.
std::string year_of(const StoredRecord& record);

}  // namespace schakel
