#pragma once

#include <filesystem>

#include "corpus/isolation/isolation_limits.hpp"
#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// Reads a file in a process of its own (`program`, see `reader_program`), so that whatever the file does to its reader costs
/// that file only. Its records come as they are read; memory here holds one of them. Differs from reading the file oneself:
/// the sink is never asked what it knows. A file that is too large is not opened. When the reader is stopped by a limit,
/// crashes or answers nonsense, one error follows what it read: unreadable (a limit, or the program or file cannot be started
/// or opened) or malformed.
/// An exception of the sink passes through; the process has ended by then, as it has at return. Safe from any thread, several
/// at once too: all state is local. The thread that calls it must live as long as the reading, which it waits for.
void read_isolated(const std::filesystem::path& program, const SourceItem& item, const IsolationLimits& limits,
                   const RecordSink& sink);

/// Where schakel-reader stands: the environment variable SCHAKEL_READER when it is set, else beside this program.
std::filesystem::path reader_program();

}  // namespace schakel
