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

/// Whether the words that stand for a picture are only the name of its file, which word processors fill in by themselves.
bool is_picture_file(std::string_view written);

/// Whether a property that the maker of a file added comes from the program after all: labels of confidentiality, identifiers
/// of a document store, what one word processor keeps of another.
bool is_added_by_program(std::string_view property);

/// Whether a date is the day on which a system begins to count, written by programs that know no date.
bool is_zero_date(std::string_view written);

}  // namespace schakel
