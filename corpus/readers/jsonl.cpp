#include "corpus/readers/jsonl.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>

#include "config/utf8.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/file_text.hpp"
#include "corpus/keyed_record.hpp"
#include "corpus/readers/line_stream.hpp"
#include "corpus/record_builder.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

using nlohmann::json;

constexpr std::size_t megabyte = std::size_t{1024} * 1024;
constexpr std::size_t longest_line = 64 * megabyte;
constexpr int deepest = 16;  // writing a value out, for a message, takes stack for every level

/// An object as it was parsed, and the keys that it had more than once: JSON parsers keep the last one without a word.
struct ParsedLine {
    json value;
    std::set<std::string> repeated_keys;
};

Error json_error(std::string_view line, const json::parse_error& error) {
    std::size_t offset = std::min(error.byte > 0 ? error.byte - 1 : 0, line.size());
    while (offset > 0 && offset < line.size() && (static_cast<unsigned char>(line[offset]) & 0xC0U) == 0x80U) --offset;
    const std::string shown = offset < line.size() ? in_quotes(line.substr(offset, 200)) : std::string{};
    if (shown.empty())
        return {ErrorCode::malformed, {"de regel is onvolledige JSON", "the line is incomplete JSON"}, {}};
    return {ErrorCode::malformed,
            {fmt::format("geen geldige JSON bij byte {}: {}", error.byte, shown),
             fmt::format("no valid JSON at byte {}: {}", error.byte, shown)},
            {"elke regel is één JSON-object", "every line is one JSON object"}};
}

/// The one place where exceptions of the JSON library become errors.
Result<ParsedLine> parse_line(std::string_view line) {
    ParsedLine parsed;
    std::set<std::string> keys;
    bool is_too_deep = false;
    const auto watch = [&](int depth, json::parse_event_t event, json& value) {
        if (depth == 1 && event == json::parse_event_t::key && !keys.insert(value.get<std::string>()).second)
            parsed.repeated_keys.insert(value.get<std::string>());
        is_too_deep = is_too_deep || depth > deepest;
        return !is_too_deep;
    };
    try {
        parsed.value = json::parse(line, watch);
    } catch (const json::parse_error& error) {
        return tl::unexpected(json_error(line, error));
    } catch (const json::exception& error) {
        return fail(ErrorCode::malformed,
                    {"geen geldige JSON: een getal is te groot", "no valid JSON: a number is too large"});
    }
    if (is_too_deep)
        return fail(ErrorCode::malformed,
                    {"te veel objecten of lijsten in elkaar", "too many objects or lists within each other"});
    return parsed;
}

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
        if (const auto offset = first_invalid_utf8(line)) {
            return refuse({ErrorCode::invalid_utf8,
                           {fmt::format("geen UTF-8 vanaf byte {} van de regel", *offset),
                            fmt::format("not UTF-8 from byte {} of the line", *offset)},
                           {"sla het bestand op als UTF-8", "save the file as UTF-8"}});
        }
        Result<ParsedLine> parsed = parse_line(line);
        if (!parsed) return refuse(std::move(parsed.error()));
        if (!parsed->value.is_object()) {
            return refuse({ErrorCode::malformed,
                           {"de regel is geen JSON-object", "the line is not a JSON object"},
                           {"begin met { en eindig met }", "start with { and end with }"}});
        }
        read_object(*parsed);
    }

    void read_object(const ParsedLine& parsed) {
        RecordBuilder record{location(), {}};
        for (const std::string& key : parsed.repeated_keys)
            record.problem(ErrorCode::malformed,
                           {fmt::format("{}: staat er meer dan één keer", in_quotes(key)),
                            fmt::format("{}: occurs more than once", in_quotes(key))},
                           {"zet meer waarden samen in een lijst", "put several values into a list"});
        add_keyed_values(parsed.value, record, unused_);
        give(std::move(record).finish());
    }

    std::string location() const { return fmt::format("{}:{}", uri_, lines_.number()); }

    LineStream lines_;
    std::string uri_;
    const RecordSink& sink_;
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
