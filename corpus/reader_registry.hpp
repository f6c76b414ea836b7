#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "corpus/isolation/isolation_limits.hpp"
#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// One format of records. To add one: a file in corpus/readers/, a row here, a section in FORMATS.md, golden cases.
struct ReaderFormat {
    std::string_view extension;  // of the file name, with the dot, in lower case
    std::string_view media_type;
    std::string_view golden_folder;  // name of its folder in tests/golden/corpus; empty = it has tests of its own
    bool is_isolated;                // parsed in a process of its own: a library may fail on what strangers made
    void (*read_file)(const SourceItem& item, const RecordSink& sink);
    void (*read_bytes)(std::string_view bytes, std::string_view uri, const RecordSink& sink);  // the same on memory
    std::string_view description_nl;
    std::string_view description_en;
};

/// All formats; unique by extension (checked at compile time). Safe from any thread.
std::span<const ReaderFormat> reader_formats();

/// The format of a file by its extension, in any case of letters; nullptr when no reader is registered for it.
const ReaderFormat* find_reader_format(const std::filesystem::path& file);

/// The error for a file that no reader is registered for; names what can be read.
Error unsupported_format(const std::filesystem::path& file);

/// Whether a file is read in a process of its own; the sink is then never asked what it knows.
bool is_read_apart(const SourceItem& item);

/// Reads one file with the reader for its extension, in a process of its own, within the limits, where the format asks for it.
/// A file without a reader yields an unsupported_format error.
void read_item(const SourceItem& item, const RecordSink& sink, const ReadingLimits& limits = {});

}  // namespace schakel
