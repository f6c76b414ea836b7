#include "corpus/readers/archive/archive_entry_name.hpp"

#include <algorithm>
#include <array>

#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_name = 4096;  // bytes; as in a file system

/// Calls `is_match` on the parts between the slashes until one matches.
template <class Condition>
bool any_part(std::string_view name, Condition is_match) {
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('/'), name.size());
        if (is_match(name.substr(0, end))) return true;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return false;
}

bool is_hidden(std::string_view part) {
    return (part.starts_with('.') && part != "." && part != "..") || part == "__MACOSX";
}

bool describes_folder(std::string_view file_name) {
    constexpr std::array<std::string_view, 4> names{"README.md", "README.txt", "LICENSE.md", "LICENSE.txt"};
    return std::ranges::find(names, file_name) != names.end();
}

bool points_outside(std::string_view name) {
    const bool is_absolute = name.starts_with('/') || name.starts_with('\\') || name.substr(0, 2).ends_with(':');
    return is_absolute || any_part(name, [](std::string_view part) { return part == ".."; }) ||
           name.find("..\\") != std::string_view::npos;
}

bool is_control(char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; }

Error bad_name(Text message) {
    return {ErrorCode::malformed,
            std::move(message),
            {"pak het archief uit, geef het bestand een andere naam en pak het opnieuw in",
             "unpack the archive, rename the file and pack it again"}};
}

}  // namespace

bool is_passed_over(std::string_view name) {
    return any_part(name, is_hidden) || describes_folder(name.substr(name.rfind('/') + 1));
}

std::optional<Error> entry_name_fault(std::string_view name) {
    if (name.empty()) return bad_name({"een bestand zonder naam", "a file without a name"});
    if (name.size() > longest_name) return bad_name({"de bestandsnaam is te lang", "the file name is too long"});
    if (first_invalid_utf8(name)) {
        Error error = bad_name({"de bestandsnaam is geen UTF-8", "the file name is not UTF-8"});
        error.code = ErrorCode::invalid_utf8;
        return error;
    }
    if (points_outside(name))
        return bad_name({"de bestandsnaam wijst naar een plaats buiten het archief",
                         "the file name points to a place outside the archive"});
    if (std::ranges::any_of(name, is_control))
        return bad_name({"de bestandsnaam bevat stuurtekens", "the file name holds control characters"});
    return std::nullopt;
}

}  // namespace schakel
