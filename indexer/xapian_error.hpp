#pragma once

#include <xapian.h>

#include "config/error.hpp"

namespace schakel {

/// Runs `action`, turning what Xapian throws into an io error that names `file`.
template <class Action>
Result<void> with_xapian(const std::filesystem::path& file, Action&& action) {
    try {
        action();
        return {};
    } catch (const Xapian::Error& problem) {
        const std::string reason = problem.get_description();
        return fail(
            ErrorCode::io,
            {file.string() + " kan niet worden geschreven: " + reason, file.string() + " cannot be written: " + reason},
            {"Controleer de vrije schijfruimte en de rechten op de map.",
             "Check the free disk space and the permissions of the folder."});
    }
}

/// The same for reading what was written before. Errors: index_corrupt.
template <class Action>
Result<void> read_xapian(const std::filesystem::path& file, Action&& action) {
    try {
        action();
        return {};
    } catch (const Xapian::Error& problem) {
        const std::string reason = problem.get_description();
        return fail(ErrorCode::index_corrupt, {file.string() + " kan niet worden gelezen: " + reason,
                                               file.string() + " cannot be read: " + reason});
    }
}

}  // namespace schakel
