#include "corpus/file_text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "config/file.hpp"
#include "config/utf8.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::uintmax_t megabyte = 1024U * 1024U;

Error too_large(std::uintmax_t size) {
    return {
        ErrorCode::unreadable,
        {fmt::format("het bestand is te groot: {} MB, het grootste is {} MB", size / megabyte, largest_file / megabyte),
         fmt::format("the file is too large: {} MB, the largest is {} MB", size / megabyte, largest_file / megabyte)},
        {"verdeel het over meer bestanden, of gebruik JSON-regels (.jsonl)",
         "divide it over several files, or use JSON lines (.jsonl)"}};
}

Error invalid_utf8(std::string_view bytes, std::size_t offset) {
    const std::size_t line = line_at(bytes, offset);
    return {ErrorCode::invalid_utf8,
            {fmt::format("regel {}: geen UTF-8 vanaf byte {}", line, offset),
             fmt::format("line {}: not UTF-8 from byte {}", line, offset)},
            {"sla het bestand op als UTF-8", "save the file as UTF-8"}};
}

bool holds_nothing(std::string_view bytes) {
    constexpr std::string_view white_space = " \t\r\n\f";
    return without_byte_order_mark(bytes).find_first_not_of(white_space) == std::string_view::npos;
}

}  // namespace

void read_whole_file(const SourceItem& item, const RecordSink& sink,
                     const std::function<void(std::string_view, std::string_view, const RecordSink&)>& read_bytes) {
    if (item.size > largest_file) {
        sink({item.uri, tl::unexpected(too_large(item.size)), {}});
        return;
    }
    const Result<std::string> bytes = read_file(item.path);
    if (!bytes) {
        sink({item.uri, tl::unexpected(bytes.error()), {}});
        return;
    }
    read_bytes(*bytes, item.uri, sink);
}

void read_open_file(const SourceItem& item, const RecordSink& sink,
                    const std::function<void(std::istream& stream)>& read) {
    std::ifstream stream(item.path, std::ios::binary);
    if (stream) return read(stream);
    const std::string reason = std::strerror(errno);
    sink({item.uri,
          fail(ErrorCode::unreadable, {"openen is mislukt (" + reason + ")", "opening failed (" + reason + ")"}),
          {}});
}

void report_end(const std::istream& stream, std::size_t records, std::string_view uri, const RecordSink& sink) {
    if (stream.bad()) {
        sink({std::string{uri},
              fail(ErrorCode::unreadable, {"lezen is halverwege mislukt", "reading failed half-way"}),
              {}});
    } else if (records == 0) {
        sink({std::string{uri}, tl::unexpected(empty_file()), {}});
    }
}

Error empty_file() {
    return {ErrorCode::malformed,
            {"het bestand is leeg", "the file is empty"},
            {"vul het bestand of haal het weg", "fill the file or remove it"}};
}

std::optional<Error> text_fault(std::string_view bytes) {
    if (const auto offset = first_invalid_utf8(bytes)) return invalid_utf8(bytes, *offset);
    if (holds_nothing(bytes)) {
        return empty_file();
    }
    return std::nullopt;
}

std::size_t line_at(std::string_view bytes, std::size_t offset) {
    const std::string_view before = bytes.substr(0, offset);
    return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

}  // namespace schakel
