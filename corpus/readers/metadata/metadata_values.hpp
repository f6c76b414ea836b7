#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace schakel {

/// What metadata standards write in one of many ways, in the one way of a record. Absent when the value is not of that
/// sort, whatever it is then. Arguments are valid UTF-8. Safe from any thread.

struct MetadataDate {
    int year = 0;     // 1500 to 2100
    std::string day;  // ISO 8601; empty when only the year, or year and month, are given
};

/// 2015, 2015-05, 2015-05-29, 20150529, 29-5-2015 and 29 mei 2015; an ISO date may have a time, a range, or both behind it.
std::optional<MetadataDate> metadata_date(std::string_view written);

/// The BCP 47 tag of a tag, of an ISO 639-2 code of either kind (nld, dut) or of the Dutch or English name of a language.
std::optional<std::string> metadata_language(std::string_view written);

/// The web address of an identifier: itself, or that of the public resolver of a DOI, a handle or an NBN of the Netherlands.
std::optional<std::string> metadata_address(std::string_view identifier);

/// The kind of a product in Dutch, or as written when it is none of the terms of info:eu-repo, COAR and DCMI; empty for terms
/// that say nothing about the kind, such as Text and publishedVersion. Absent for an address.
std::optional<std::string> metadata_kind(std::string_view written);

/// The code of our vocabulary `vorm` for a media type, the usual extension of a file, or a typeOfResource of MODS.
std::optional<std::string> metadata_form(std::string_view media_type);

}  // namespace schakel
