#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// Says what a file is instead when it cannot be the zip archive that a DOCX or ODT file is: empty, an old Word file,
/// one with a password, RTF, a web page, or something else. Absent when it may be one. `extension` is the one it has
/// (".docx"). Safe from any thread.
std::optional<Error> find_office_fault(std::string_view bytes, std::string_view extension);

/// The error for a sound archive without the text of a document: says what it is instead, by the names of its parts.
Error not_a_document(std::span<const std::string> names, std::string_view extension);

/// The error for a file that only opens with a password.
Error password_needed();

/// The error for a document without a single word.
Error no_text();

/// The error for an archive that breaks off or was changed; `detail` is what the library says.
Error damaged_package(std::string_view detail);

}  // namespace schakel
