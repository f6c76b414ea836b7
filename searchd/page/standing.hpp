#pragma once

#include <string>

#include "config/index/stored_record.hpp"
#include "config/text.hpp"

namespace schakel {

/// When the facts of a record held and whether they still do, in words. Pure functions, safe from any thread.

/// A warning of a word or two: "Niet meer actueel", "Opgevolgd". Empty for what holds, or may hold.
std::string standing_label(const StoredRecord& record, Language language);

/// "Stand mei 2015; huidige status onbekend". Empty when the record has neither a reference date nor a status.
std::string standing_in_short(const StoredRecord& record, Language language);

/// What that means for the reader, in a sentence or two. Empty when there is nothing to be careful about.
std::string standing_explained(const StoredRecord& record, Language language);

}  // namespace schakel
