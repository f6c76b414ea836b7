#include "indexer/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace schakel {

namespace {

constexpr std::uint64_t records_per_line = 10'000;
constexpr auto refresh = std::chrono::milliseconds(100);

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
    fmt::print(stderr, "\r[{:=<{}}{: <{}}] {} {}", "", done, "", width - done, records, word);
}

void Progress::finish() {
    if (terminal_) fmt::print(stderr, "\r\x1b[K");
}

}  // namespace schakel
