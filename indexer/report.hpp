#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// The stages at which a record can drop out.
enum class Stage { walk, read, resolve };

/// A file or record that was left out, and why.
struct Skipped {
    std::string location;  // uri, or uri:line
    Stage stage = Stage::read;
    Error error;
};

/// Something a curator should know of a record that was indexed all the same.
struct Notice {
    std::string location;
    Text text;
};

/// The outcome of reading sources: printed at the end of a run and written as JSON.
struct RunReport {
    std::uint64_t files = 0;
    std::uint64_t records = 0;  // records met, skipped ones included
    std::uint64_t bytes = 0;    // of all files
    std::vector<Skipped> skipped;
    std::vector<Notice> notices;
    std::optional<std::uint32_t> generation;  // published by this run
    std::uint64_t products = 0;               // in that generation
    std::uint64_t words = 0;
    double seconds = 0;
};

/// What a curator reads on the terminal; at most `most_listed` skipped records and notices in full, the rest counted.
std::string to_text(const RunReport& report, Language language, std::size_t most_listed = 50);

/// The same for programs, complete: keys as in the printed report, error codes by name.
std::string to_json(const RunReport& report);

}  // namespace schakel
