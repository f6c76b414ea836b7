#include <cstdio>

#include <fmt/format.h>

#include "indexer/commands/command.hpp"

namespace schakel {

ExitStatus complain(const Error& error, Language language) {
    std::fflush(stdout);  // in a log that takes both, the complaint comes after what was said before it
    fmt::print(stderr, "schakel-indexer: {}\n", to_text(error, language));
    return row_of(error.code).exit_status;
}

}  // namespace schakel
