#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>

#include "config/text.hpp"

namespace schakel {

/// Shows how far a run is, how fast and for how much longer, on standard error: a line that is rewritten on a terminal, else a line per 10,000 records.
/// One thread.
class Progress {
public:
    explicit Progress(Language language);

    void update(std::uint64_t records, std::uint64_t bytes_read, std::uint64_t bytes_total);

    /// Wipes the line on a terminal, so that what follows starts clean.
    void finish();

private:
    Language language_;
    bool terminal_;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point shown_;
};

}  // namespace schakel
