#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// Makes a table of confusions (see confusions.hpp) of the REP lines in a Hunspell affix file (hunspell(5)): the
/// language's own list of what is written for what. Used when Schakel is built, on the Dutch affix file of OpenTaal;
/// lines that are no confusion are left out. `affixes` is UTF-8.
std::string replacement_table(std::string_view affixes);

}  // namespace schakel
