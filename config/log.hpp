#pragma once

#include <string_view>

namespace schakel {

/// From most to least talkative.
enum class LogLevel { debug, info, warning, error };

/// Makes spdlog's default logger write to standard error, messages of `level` and above. When systemd's journal is at the
/// other end (JOURNAL_STREAM is set) a line is `<priority>message`, as sd-daemon(3) describes, because the journal adds time
/// and program itself; otherwise it is `time level message`. `program` names the logger. Call once, before any thread starts.
void set_up_log(std::string_view program, LogLevel level);

}  // namespace schakel
