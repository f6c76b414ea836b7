#pragma once

#include <string_view>

namespace schakel {

/// Whether the title in the properties of a file can be the title of what is in it: not a file name, and nothing that a
/// word processor, a template or a converter fills in by itself. Safe from any thread.
bool is_document_title(std::string_view written);

/// Whether a heading says what the document is about: not "Inleiding" or "Summary", which every document may have.
bool is_telling_heading(std::string_view heading);

/// Whether an author in the properties is somebody: not the name that an installation or a library gives to everyone.
bool is_author_name(std::string_view written);

/// Whether a date is the day on which a system begins to count, written by programs that know no date.
bool is_zero_date(std::string_view written);

}  // namespace schakel
