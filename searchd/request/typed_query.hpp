#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/text.hpp"

namespace schakel {

/// The words of a request as they may be shown and kept.
struct TypedQuery {
    std::string text;           // empty = nothing was asked: also when all of it was white space or cannot be seen
    std::vector<Text> notices;  // what was left out
};

/// What was sent as a query, with a space for every control character but white space: nobody types those, and XML and HTML cannot
/// hold them. The rest stays as it is. `sent` is valid UTF-8. Pure; safe from any thread.
TypedQuery typed_query(std::string_view sent);

}  // namespace schakel
