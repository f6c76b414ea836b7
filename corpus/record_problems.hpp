#pragma once

#include <utility>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// The problems found in one record, so that a curator can mend them all in one go. One per thread.
class RecordProblems {
public:
    void add(ErrorCode code, Text message, Text hint = {});
    void add(Error error) { errors_.push_back(std::move(error)); }

    bool empty() const { return errors_.empty(); }

    /// One error for all of them: one line per problem in its message, the code of the first. A single problem is returned as
    /// it is. Not to be called when there are none.
    Error to_error() const;

private:
    std::vector<Error> errors_;
};

}  // namespace schakel
