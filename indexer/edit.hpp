#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"

namespace schakel {

/// `field=value` as a curator gives it: the Dutch name of a field (thema, regio, titel, …) and what it should be.
struct FieldAssignment {
    std::string field;
    std::string value;
};

/// Errors: usage (no =, or no field before it).
Result<FieldAssignment> parse_assignment(const std::string& text);

/// Which products are to be corrected, and how.
struct Edit {
    std::vector<FieldAssignment> where;  // facets or id; all of them hold. A value includes those below it
    std::vector<FieldAssignment> set;    // several of one field make a list
    std::vector<std::string> clear;      // fields to empty
};

/// The corrections that an edit makes: a line of JSON for each living product that it is about.
struct EditOutcome {
    std::vector<std::string> ids;
    std::string lines;
};

/// Changes nothing. Errors: usage (nothing to do, an unknown field), unknown_value, ambiguous_value, and those of the live
/// generation.
Result<EditOutcome> plan_edit(const Edit& edit, const std::filesystem::path& index, const Installation& installation);

/// The corrections that a judged list of recognised values makes (`schakel-indexer recognised`): a column `oordeel` with ja or
/// nee; empty rows are passed over. Errors: malformed (file and line), not_found, unreadable.
Result<EditOutcome> plan_verdicts(const std::filesystem::path& list);

/// Writes the lines as a new file in the folder of corrections, which is made when it is not there; returns the file.
/// Errors: io.
Result<std::filesystem::path> write_corrections(const std::filesystem::path& folder, const EditOutcome& outcome);

}  // namespace schakel
