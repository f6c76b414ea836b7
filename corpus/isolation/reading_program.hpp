#pragma once

#include <span>
#include <string>
#include <vector>

#include "corpus/isolation/isolation_limits.hpp"
#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// How `read_isolated` and the program that it starts understand each other: the arguments (without the program's name), the
/// file as standard input, frames with records on standard output, and an exit status.
std::vector<std::string> reading_arguments(const SourceItem& item, const IsolationLimits& limits);

enum ReadingStatus : int {
    reading_succeeded = 0,
    reading_misused = 2,           // not started by read_isolated
    reading_ran_out_of_memory = 3  // may happen anywhere, so no record could say it
};

/// What a reading program does: enters the sandbox, then gives the file to `read` and each record to its starter. The item's
/// path is that of the open file; its uri, with the extension, is that of the source. Ends the process and never returns: an
/// exception of `read` becomes a record that tells it. Call it first in main.
[[noreturn]] void run_reading_program(std::span<char* const> arguments,
                                      void (*read)(const SourceItem& item, const RecordSink& sink));

}  // namespace schakel
