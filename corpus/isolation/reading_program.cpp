#include "corpus/isolation/reading_program.hpp"

#include <cerrno>
#include <charconv>
#include <exception>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

#include <unistd.h>

#include "corpus/excerpt.hpp"
#include "corpus/isolation/frame_stream.hpp"
#include "corpus/isolation/record_frame.hpp"
#include "corpus/isolation/sandbox.hpp"

namespace schakel {

namespace {

struct Assignment {
    SourceItem item;
    IsolationLimits limits;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size();
}

std::optional<Assignment> read_arguments(std::span<char* const> arguments) {
    if (arguments.size() != 6) return std::nullopt;
    Assignment assignment;
    SourceItem& item = assignment.item;
    IsolationLimits& limits = assignment.limits;
    item.path = "/proc/self/fd/0";
    item.uri = arguments[0];
    item.media_type = arguments[1];
    const bool is_sound = read_number(arguments[2], item.mtime) && read_number(arguments[3], item.size) &&
                          read_number(arguments[4], limits.cpu_seconds) &&
                          read_number(arguments[5], limits.memory_bytes);
    return is_sound ? std::optional{std::move(assignment)} : std::nullopt;
}

/// Nothing of the process is worth cleaning up, and at its exit a leak checker would want to trace it.
[[noreturn]] void end(ReadingStatus status) { ::_exit(status); }

[[noreturn]] void end_without_memory() { end(reading_ran_out_of_memory); }

void write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) end(reading_misused);  // nobody is there to read a report
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_record(const ReadRecord& record) {
    const std::string bytes = encode_read_record(record);
    write_all(frame_head(bytes.size()));
    write_all(bytes);
}

void write_end() { write_all(frame_head(0)); }

Error unexpected(const std::exception& exception) {
    const std::string what = in_quotes(exception.what());
    return {
        ErrorCode::malformed,
        {"de lezer is vastgelopen op dit bestand (" + what + ")", "the reader got stuck on this file (" + what + ")"},
        {"sla het bestand opnieuw op, of lever het in een andere vorm aan",
         "save the file again, or supply it in another form"}};
}

void read_in_sandbox(const Assignment& assignment, void (*read)(const SourceItem&, const RecordSink&)) {
    const SourceItem& item = assignment.item;
    if (const Result<void> entered = enter_sandbox(assignment.limits, STDIN_FILENO); !entered) {
        write_record({item.uri, tl::unexpected(entered.error()), {}});
        return;
    }
    try {
        read(item, [](const ReadRecord& record) { write_record(record); });
    } catch (const std::exception& exception) {
        write_record({item.uri, tl::unexpected(unexpected(exception)), {}});
    }
}

}  // namespace

std::vector<std::string> reading_arguments(const SourceItem& item, const IsolationLimits& limits) {
    return {item.uri,
            item.media_type,
            std::to_string(item.mtime),
            std::to_string(item.size),
            std::to_string(limits.cpu_seconds),
            std::to_string(limits.memory_bytes)};
}

void run_reading_program(std::span<char* const> arguments, void (*read)(const SourceItem&, const RecordSink&)) {
    const std::optional<Assignment> assignment = read_arguments(arguments);
    if (!assignment) {
        write_all("schakel-reader leest één bestand voor schakel-indexer en is niet bedoeld om zelf te starten.\n");
        end(reading_misused);
    }
    std::set_new_handler(end_without_memory);
    read_in_sandbox(*assignment, read);
    write_end();
    end(reading_succeeded);
}

}  // namespace schakel
