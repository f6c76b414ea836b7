#include "corpus/isolation/isolated_reading.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "corpus/isolation/child_process.hpp"
#include "corpus/isolation/frame_stream.hpp"
#include "corpus/isolation/reading_faults.hpp"
#include "corpus/isolation/reading_program.hpp"
#include "corpus/isolation/record_frame.hpp"

namespace schakel {

namespace {

constexpr std::uint64_t longest_record = std::uint64_t{512} << 20U;  // bytes; held in memory as a whole

/// One file that is read by a process.
class IsolatedReading {
public:
    IsolatedReading(ChildProcess process, const SourceItem& item, const IsolationLimits& limits, const RecordSink& sink)
        : process_(std::move(process)),
          uri_(item.uri),
          limits_(limits),
          sink_(sink),
          frames_(std::min(limits.output_bytes, longest_record)),
          deadline_(ChildProcess::Clock::now() + std::chrono::seconds(limits.wall_seconds)) {}

    /// Gives the records to the sink; what remains is the error that the file ends with, if any.
    std::optional<Error> run() {
        std::string piece;
        while (true) {
            switch (process_.read(piece, deadline_)) {
                case ChildProcess::Waiting::too_late: return took_too_long(limits_);
                case ChildProcess::Waiting::answer_ended: return end_without_last_frame();
                case ChildProcess::Waiting::answered: break;
            }
            output_ += piece.size();
            if (output_ > limits_.output_bytes) return gave_too_much(limits_);
            frames_.append(piece);
            if (std::optional<Error> error = take_frames()) return error;
            if (has_ended_) return std::nullopt;
        }
    }

private:
    std::optional<Error> take_frames() {
        while (const auto frame = frames_.next()) {
            has_ended_ = frame->empty();
            if (has_ended_) return records_ > 0 ? std::nullopt : std::optional{answered_nonsense()};
            Result<ReadRecord> record = decode_read_record(*frame);
            if (!record || !record->location.starts_with(uri_)) return answered_nonsense();
            give(std::move(*record));
        }
        if (frames_.is_too_long()) return gave_too_much(limits_);
        return std::nullopt;
    }

    /// The time that the sink takes is not the reader's.
    void give(ReadRecord record) {
        ++records_;
        const ChildProcess::Clock::time_point before = ChildProcess::Clock::now();
        sink_(std::move(record));
        deadline_ += ChildProcess::Clock::now() - before;
    }

    Error end_without_last_frame() {
        const std::optional<ProcessEnd> end = process_.wait(deadline_);
        return end ? ended_early(*end, limits_) : took_too_long(limits_);
    }

    ChildProcess process_;
    const std::string& uri_;
    const IsolationLimits& limits_;
    const RecordSink& sink_;
    FrameStream frames_;
    ChildProcess::Clock::time_point deadline_;
    std::uint64_t output_ = 0;  // bytes
    std::size_t records_ = 0;
    bool has_ended_ = false;
};

}  // namespace

void read_isolated(const std::filesystem::path& program, const SourceItem& item, const IsolationLimits& limits,
                   const RecordSink& sink) {
    if (item.size > limits.file_bytes) return sink({item.uri, tl::unexpected(is_too_large(item.size, limits)), {}});
    Result<ChildProcess> process = ChildProcess::start(program, reading_arguments(item, limits), item.path);
    if (!process) return sink({item.uri, tl::unexpected(process.error()), {}});
    std::optional<Error> error = IsolatedReading{std::move(*process), item, limits, sink}.run();
    if (error) sink({item.uri, tl::unexpected(std::move(*error)), {}});
}

std::filesystem::path reader_program() {
    if (const char* named = std::getenv("SCHAKEL_READER"); named != nullptr && *named != '\0') return named;
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    return self.parent_path() / "schakel-reader";  // when /proc is missing: in the current folder
}

}  // namespace schakel
