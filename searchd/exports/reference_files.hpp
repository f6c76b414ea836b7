#pragma once

#include <string>
#include <string_view>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"

namespace schakel {

/// A product as reference managers read it. `address`: of the product's page, used when the record has no address of its own. What is
/// not known is left out. Pure; safe from any thread.

/// An entry of a RIS file, lines ending in CRLF (the format of Reference Manager, as Zotero, Mendeley and EndNote read it).
std::string ris_entry(const StoredRecord& record, const Installation& installation, std::string_view address);

/// An entry of a BibTeX file in UTF-8. Its key is the same as long as author, year and title are: movisie2015wijkteams.
std::string bibtex_entry(const StoredRecord& record, const Installation& installation, std::string_view address);

}  // namespace schakel
