#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// A DOCX or ODT file: a zip archive of parts (ECMA-376 part 2, OpenDocument 1.3 part 2), read from memory. Not for use
/// from several threads.
class OfficePackage {
public:
    /// Reads the list of parts. `bytes` must outlive the package. Errors: malformed (no sound archive, or more parts
    /// than any document has).
    static Result<OfficePackage> open(std::string_view bytes);

    /// Names of all parts, as they are written, with '/' between folders.
    const std::vector<std::string>& names() const { return names_; }
    bool holds(std::string_view name) const;

    /// The content of a part. Errors: malformed (there is no such part, it is damaged, or it is larger unpacked than 64
    /// MB or than what is left of 128 MB for all that is read from this package), unreadable (protected with a
    /// password).
    Result<std::string> read(std::string_view name);

private:
    explicit OfficePackage(std::string_view bytes) : bytes_(bytes) {}

    std::string_view bytes_;
    std::vector<std::string> names_;
    std::size_t left_ = std::size_t{128} * 1024 * 1024;  // bytes that may still be unpacked
};

}  // namespace schakel
