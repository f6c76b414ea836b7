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

}  // namespace schakel
