#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/readers/archive/archive_limits.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// Whether a file with this name is read as an archive: .zip, .tar, .tar.gz or .tgz, in any case of letters.
bool is_archive(std::string_view name);

/// The records of all files in a zip or tar archive, compressed with gzip or not: each read by the reader for its extension,
/// with `<uri of the archive>/<path in it>` as its uri. Passed over without a word is what `walk_sources` passes over, and
/// folders. An entry that cannot be read is an error at that uri and the next one is tried: unsupported_format (no reader for
/// it, a link or a device, an archive too deep in others), invalid_utf8 (its name), unreadable (encrypted, or past one of
/// the limits) and malformed (its name points outside the archive, or it is damaged). An archive that is damaged gives what
/// stands before the damage and one error.
void read_archive(const SourceItem& item, const RecordSink& sink);
void read_archive_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

/// The same with other limits, for tests.
void read_archive_within(const ArchiveLimits& limits, std::string_view bytes, std::string_view uri,
                         const RecordSink& sink);

}  // namespace schakel
