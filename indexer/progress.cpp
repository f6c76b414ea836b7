#include "indexer/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace schakel {

namespace {

constexpr std::uint64_t records_per_line = 10'000;
constexpr auto refresh = std::chrono::milliseconds(100);

/// What is left at the speed so far; empty as long as nothing sensible can be said.
std::string time_left(double elapsed, std::uint64_t bytes_read, std::uint64_t bytes_total, bool dutch) {
    constexpr double settled = 2;  // seconds
    if (elapsed < settled || bytes_read == 0 || bytes_total <= bytes_read) return "";
    const double left = elapsed * static_cast<double>(bytes_total - bytes_read) / static_cast<double>(bytes_read);
    const auto seconds = static_cast<std::uint64_t>(left) + 1;
    const std::string amount =
        seconds < 120 ? fmt::format("{} s", seconds) : fmt::format("{} min", (seconds + 59) / 60);
    return dutch ? fmt::format(", nog ongeveer {}", amount) : fmt::format(", about {} left", amount);
}

}  // namespace

Progress::Progress(Language language) : language_(language), terminal_(::isatty(STDERR_FILENO) == 1) {}

void Progress::update(std::uint64_t records, std::uint64_t bytes_read, std::uint64_t bytes_total) {
    const char* word = language_ == Language::dutch ? "records gelezen" : "records read";
    if (!terminal_) {
        if (records % records_per_line == 0) fmt::print(stderr, "{} {}\n", records, word);
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now - shown_ < refresh) return;
    shown_ = now;
    constexpr std::uint64_t width = 30;
    const std::uint64_t done = bytes_total == 0 ? width : bytes_read * width / bytes_total;
    const double elapsed = std::chrono::duration<double>(now - started_).count();
    const double rate = elapsed > 0 ? static_cast<double>(records) / elapsed : 0;
    fmt::print(stderr, "\r[{:=<{}}{: <{}}] {} {}, {:.0f}/s{}\x1b[K", "", done, "", width - done, records, word, rate,
               time_left(elapsed, bytes_read, bytes_total, language_ == Language::dutch));
}

void Progress::finish() {
    if (terminal_) fmt::print(stderr, "\r\x1b[K");
}

}  // namespace schakel
