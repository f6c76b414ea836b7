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
    std::string address = {};  // where the file can be opened: https://… or file://…; empty = not known
};

/// Something a curator should know of a record that was indexed all the same.
struct Notice {
    std::string location;
    Text text;
};

/// A file that turned out to be the same work as a product.
struct Copy {
    std::string id;       // of the copy
    std::string product;  // id of the product it belongs to
    std::string location;
};

/// The outcome of reading sources: printed at the end of a run, and written as JSON or as a page.
struct RunReport {
    bool is_update = false;
    std::uint64_t files = 0;
    std::uint64_t records = 0;         // records met, skipped ones included
    std::uint64_t bytes = 0;           // of all files
    std::uint64_t added = 0;           // products that the generation before did not have
    std::uint64_t changed = 0;         // products that were read again
    std::uint64_t unchanged = 0;       // products that were taken over as they were
    std::vector<std::string> removed;  // ids that the generation before had and this one has not
    std::vector<std::string> blocked;  // ids that were met and are on the blocklist
    std::vector<Copy> copies;
    std::vector<Skipped> skipped;
    std::vector<Notice> notices;
    std::optional<std::uint32_t> generation;  // made by this run
    bool is_live = true;                      // that generation was published too
    std::uint64_t products = 0;               // in that generation
    std::uint64_t words = 0;
    double seconds = 0;
};

/// What a curator reads on the terminal; at most `most_listed` skipped records and notices in full, the rest counted.
std::string to_text(const RunReport& report, Language language, std::size_t most_listed = 50);

/// The same as a page (HTML, all in one file) for colleagues: complete, grouped by reason, with links to the files.
std::string to_html(const RunReport& report, Language language);

/// The same for programs, complete: keys and stages in Dutch and error codes by name, whatever the language of the messages.
std::string to_json(const RunReport& report, Language language = Language::dutch);

}  // namespace schakel
