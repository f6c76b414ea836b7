#include "corpus/readers/jsonl.hpp"

#include <sstream>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

#include "corpus/file_text.hpp"
#include "corpus/readers/jsonl_object.hpp"
#include "corpus/readers/line_stream.hpp"
#include "corpus/record_builder.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::size_t megabyte = std::size_t{1024} * 1024;
constexpr std::size_t longest_line = 64 * megabyte;

/// Reads the lines of one file.
class JsonLines {
public:
    JsonLines(std::istream& stream, std::string_view uri, const RecordSink& sink)
        : lines_(stream, longest_line), uri_(uri), sink_(sink) {}

    /// Returns how many records or errors it gave.
    std::size_t read() {
        std::string line;
        for (auto outcome = lines_.next(line); outcome != LineStream::Outcome::end; outcome = lines_.next(line)) {
            if (outcome == LineStream::Outcome::too_long) {
                raw_hash_ = 0;  // unread, so never known
                refuse(too_long());
            } else {
                read_line(lines_.number() == 1 ? without_byte_order_mark(line) : std::string_view{line});
            }
        }
        return records_;
    }

private:
    static Error too_long() {
        return {ErrorCode::malformed,
                {fmt::format("de regel is langer dan {} MB", longest_line / megabyte),
                 fmt::format("the line is longer than {} MB", longest_line / megabyte)},
                {}};
    }

    void refuse(Error error) { give({location(), tl::unexpected(std::move(error)), {}}); }

    void give(ReadRecord record) {
        ++records_;
        record.raw_hash = raw_hash_;
        sink_(std::move(record));
    }

    void read_line(std::string_view line) {
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
        raw_hash_ = XXH3_64bits(line.data(), line.size());
        if (sink_.knows(raw_hash_)) {
            ++records_;
            return;
        }
        RecordBuilder record{location(), {}};
        if (auto read = object_.read(line, record, unused_); !read) return refuse(std::move(read.error()));
        give(std::move(record).finish());
    }

    std::string location() const { return fmt::format("{}:{}", uri_, lines_.number()); }

    LineStream lines_;
    std::string uri_;
    const RecordSink& sink_;
    JsonlObject object_;
    UnusedKeys unused_;
    std::uint64_t raw_hash_ = 0;  // of the line at hand
    std::size_t records_ = 0;
};

void read_stream(std::istream& stream, std::string_view uri, const RecordSink& sink) {
    report_end(stream, JsonLines{stream, uri, sink}.read(), uri, sink);
}

}  // namespace

void read_jsonl(const SourceItem& item, const RecordSink& sink) {
    read_open_file(item, sink, [&](std::istream& stream) { read_stream(stream, item.uri, sink); });
}

void read_jsonl_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    std::istringstream stream{std::string{bytes}};
    read_stream(stream, uri, sink);
}

}  // namespace schakel
