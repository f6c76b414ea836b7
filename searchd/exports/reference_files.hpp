#pragma once

#include <string>
#include <string_view>

#include "config/index/stored_record.hpp"
#include "searchd/page/labels.hpp"

namespace schakel {

/// A product as reference managers read it, its themes and organisations in the language of `labels`. `address`: of the product's
/// page, used when the record has no address of its own. What is not known is left out. Pure; safe from any thread.

/// An entry of a RIS file, lines ending in CRLF (the format of Reference Manager, as Zotero, Mendeley and EndNote read it).
std::string ris_entry(const StoredRecord& record, const Labels& labels, std::string_view address);

/// An entry of a BibTeX file in UTF-8. Its key is the same as long as author, year and title are: movisie2015wijkteams.
std::string bibtex_entry(const StoredRecord& record, const Labels& labels, std::string_view address);

/// How a file of such entries is called and told apart.
struct ReferenceFormat {
    std::string_view media_type;
    std::string_view extension;
    std::string (*entry)(const StoredRecord& record, const Labels& labels, std::string_view address);
};

inline constexpr ReferenceFormat ris_format{"application/x-research-info-systems; charset=utf-8", "ris", ris_entry};
inline constexpr ReferenceFormat bibtex_format{"application/x-bibtex; charset=utf-8", "bib", bibtex_entry};

}  // namespace schakel
