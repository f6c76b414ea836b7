#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "corpus/knowledge_product.hpp"

namespace schakel {

/// What holds for all products of a source, as its owner declared it.
struct SourceTerms {
    Rights rights;
    bool recognise = true;   // whether regions, themes, … may be recognised in the text
    std::string public_url;  // address below which the files of the source can be fetched; empty = nowhere
};

/// Fingerprint of terms: products that were read under others are to be read again. 0 for the usual ones.
std::uint64_t hash_of(const SourceTerms& terms);

/// `base` and, below it, a path with what may not stand in an address (RFC 3986) percent-encoded: ("file://", "/a b") gives
/// file:///a%20b. Empty without a base.
std::string address_below(std::string_view base, std::string_view path);

/// Files or folders that hold knowledge products.
struct Source {
    std::filesystem::path path;
    std::string name;  // stands before the uri of everything in it: "movisie/rapport.pdf"; empty = nothing does
    std::shared_ptr<const SourceTerms> terms = std::make_shared<const SourceTerms>();
    bool is_harvested = false;  // comes from a server; there is nothing before the first harvest
};

/// Sources without a name and with the usual terms.
std::vector<Source> sources_at(std::span<const std::filesystem::path> paths);

/// A file below a source that a registered reader can read.
struct SourceItem {
    std::filesystem::path path;  // as it can be opened
    std::string
        uri;  // name of the source and path below it, separated by '/'; a source that is a file: its file name. UTF-8
    std::string media_type;   // of its row in the reader registry
    std::int64_t mtime = 0;   // last change of the content or the mapping, nanoseconds since 1970-01-01 UTC
    std::uintmax_t size = 0;  // bytes; those of the mapping included
    std::string address;      // where others can fetch it; empty = nowhere known
    std::shared_ptr<const SourceTerms> terms = nullptr;  // of its source; null = the usual ones
    std::filesystem::path column_mapping =
        {};  // of a table: the file beside it that says what its columns are; empty = none
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
/// LICENSE, .md or .txt), the column mapping of a table (it comes with the table) and a file that was listed before, through another source or a symbolic link. Never stops on a bad
/// entry; problems are: not_found (no such path, a dangling link), unreadable, unsupported_format, invalid_utf8 (a name that
/// is not UTF-8), empty_source (a source without any file to read) and usage (two sources hold different files with one uri).
/// Reads no content. Safe from any thread.
SourceWalk walk_sources(std::span<const Source> sources);

}  // namespace schakel
