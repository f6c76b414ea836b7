#pragma once

#include <string>

#include <xapian.h>

#include "config/error.hpp"

namespace schakel {

/// Runs `action`, which gives a Result, turning what Xapian throws into an index_corrupt error: published segments never change
/// under a reader, so whatever it complains of is damage.
template <class Action>
auto with_postings(Action&& action) -> decltype(action()) {
    try {
        return action();
    } catch (const Xapian::Error& problem) {
        const std::string reason = problem.get_description();
        return fail(
            ErrorCode::index_corrupt, {"De index is niet te lezen: " + reason, "The index cannot be read: " + reason},
            {"Bouw de index opnieuw met schakel-indexer build.", "Rebuild the index with schakel-indexer build."});
    }
}

}  // namespace schakel
