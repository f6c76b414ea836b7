#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// A file below a source that a registered reader can read.
struct SourceItem {
    std::filesystem::path path;  // as it can be opened
    std::string uri;  // path below the source, parts separated by '/'; a source that is a file: its file name. UTF-8
    std::string media_type;   // of its row in the reader registry
    std::int64_t mtime = 0;   // last change of the content, nanoseconds since 1970-01-01 UTC
    std::uintmax_t size = 0;  // bytes
};

/// Something below a source that cannot be read as a knowledge product.
struct SourceProblem {
    std::string location;  // path below the source, or the source as it was given
    Error error;
};

struct SourceWalk {
    std::vector<SourceItem> items;        // sorted by uri; every uri occurs once
    std::vector<SourceProblem> problems;  // sorted by location
};

/// Lists every file in `sources` (files and folders, folders with all that is below them) that a registered reader can read.
/// Passed over without a word: files and folders whose name starts with a dot, files that describe a folder (README and
/// LICENSE, .md or .txt) and a file that was listed before, through another source or a symbolic link. Never stops on a bad
/// entry; problems are: not_found (no such path, a dangling link), unreadable, unsupported_format, invalid_utf8 (a name that
/// is not UTF-8), empty_source (a source without any file to read) and usage (two sources hold different files with one uri).
/// Reads no content. Safe from any thread.
SourceWalk walk_sources(std::span<const std::filesystem::path> sources);

}  // namespace schakel
