#include "searchd/oai/resumption_token.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <sstream>
#include <vector>

#include <Poco/Base64Decoder.h>
#include <Poco/Base64Encoder.h>
#include <fmt/format.h>
#include <xxhash.h>

#include "config/utc_time.hpp"

namespace schakel {

namespace {

// The fields of a point, a line each, with a checksum in front: "<16 hexadecimal digits>\n<prefix>\n<set>\n<from>\n<until>\n<since>\n
// <given>\n<id>". An id has no line end.
constexpr int token_alphabet = Poco::BASE64_URL_ENCODING | Poco::BASE64_NO_PADDING;
constexpr std::size_t checksum_digits = 16;
constexpr std::size_t longest_token = 2000;
constexpr std::uint64_t seed = 0x5348414b454c;  // so that another program's checksum is not ours

std::string checksum(std::string_view text) {
    return fmt::format("{:016x}", XXH3_64bits_withSeed(text.data(), text.size(), seed));
}

std::string optional_time(const std::optional<std::chrono::sys_seconds>& time) {
    return time ? utc_time(*time) : std::string{};
}

bool is_of_alphabet(std::string_view token) {
    return token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
           std::string_view::npos;
}

std::string decoded(std::string_view token) {
    std::istringstream in{std::string(token)};
    Poco::Base64Decoder decoder(in, token_alphabet);
    return {std::istreambuf_iterator<char>(decoder), {}};
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (true) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

/// Absent when the text does not have the checksum in front that we gave it.
std::optional<std::string> unsealed(std::string_view token) {
    if (token.empty() || token.size() > longest_token || !is_of_alphabet(token)) return std::nullopt;
    const std::string text = decoded(token);
    if (text.size() < checksum_digits) return std::nullopt;
    const std::string_view sealed = std::string_view(text).substr(checksum_digits);
    if (std::string_view(text).substr(0, checksum_digits) != checksum(sealed)) return std::nullopt;
    return std::string(sealed);
}

std::optional<ResumptionPoint> point_in(const std::vector<std::string>& lines) {
    if (lines.size() != 7) return std::nullopt;
    ResumptionPoint point{{lines[0], lines[1], parse_utc_time(lines[2]), parse_utc_time(lines[3])}, {}, lines[6], 0};
    const auto since = parse_utc_time(lines[4]);
    const std::string& given = lines[5];
    const auto [end, problem] = std::from_chars(given.data(), given.data() + given.size(), point.given);
    if (!since || problem != std::errc{} || end != given.data() + given.size()) return std::nullopt;
    point.since = *since;
    return point;
}

}  // namespace

std::string resumption_token(const ResumptionPoint& point) {
    const std::string text = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", point.range.metadata_prefix, point.range.set,
                                         optional_time(point.range.from), optional_time(point.range.until),
                                         utc_time(point.since), point.given, point.id);
    std::ostringstream out;
    Poco::Base64Encoder encoder(out, token_alphabet);
    encoder.rdbuf()->setLineLength(0);
    encoder << checksum(text) << text;
    encoder.close();
    return out.str();
}

OaiOutcome<ResumptionPoint> parse_resumption_token(std::string_view token) {
    const auto text = unsealed(token);
    auto point = text ? point_in(lines_of(*text)) : std::nullopt;
    if (!point) return oai_fault("badResumptionToken", "This server did not give out that resumptionToken.");
    return std::move(*point);
}

}  // namespace schakel
