#pragma once

#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/settings.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// The sources of the settings: folders, and the folders in which a harvest keeps what it fetched. Safe from any thread.
std::vector<Source> declared_sources(const Settings& settings);

/// How the ledger names a source, so that a later update finds it again: its absolute path, or @ and its name in the settings.
std::string ledger_name_of(const Source& source);

/// The inverse for the sources of a ledger. Errors: config_invalid (a source that the settings no longer declare).
Result<std::vector<Source>> sources_of_ledger(const std::vector<std::string>& names, const Settings& settings);

}  // namespace schakel
