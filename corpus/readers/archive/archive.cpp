#include "corpus/readers/archive/archive.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/reader_registry.hpp"
#include "corpus/readers/archive/archive_entry_name.hpp"
#include "corpus/readers/archive/archive_stream.hpp"
#include "corpus/readers/archive/archived_mappings.hpp"
#include "corpus/readers/table/column_mapping.hpp"
#include "corpus/readers/table/csv.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_shown = 200;  // characters of a name that is itself the fault

Error nothing_to_read() {
    return {ErrorCode::malformed,
            {"het archief bevat geen bestand om te lezen", "the archive holds no file to read"},
            {"vul het archief of haal het weg", "fill the archive or remove it"}};
}

Error too_many_entries(std::uint64_t most) {
    return {ErrorCode::unreadable,
            {fmt::format("het archief bevat meer dan {} bestanden; de rest is niet gelezen", most),
             fmt::format("the archive holds more than {} files; the rest was not read", most)},
            {"pak het archief uit en lever de map aan, of verdeel het over meer archieven",
             "unpack the archive and supply the folder, or divide it over several archives"}};
}

Error no_plain_file() {
    return {ErrorCode::unsupported_format,
            {"dit is een koppeling of apparaat, geen bestand", "this is a link or a device, no file"},
            {"neem het bestand zelf in het archief op", "put the file itself into the archive"}};
}

Error encrypted() {
    return {ErrorCode::unreadable,
            {"dit bestand is met een wachtwoord beveiligd", "this file is protected by a password"},
            {"pak het zonder wachtwoord in", "pack it without a password"}};
}

Error too_deep(int most) {
    return {ErrorCode::unsupported_format,
            {fmt::format("er zitten meer dan {} archieven in elkaar", most),
             fmt::format("more than {} archives are inside each other", most)},
            {"pak het binnenste archief uit", "unpack the innermost archive"}};
}

/// An archive that is being read.
struct OpenArchive {
    ArchiveStream& stream;
    const std::string& uri;
    int depth;
    std::function<ArchivedMappings()> find_mappings;
    std::optional<ArchivedMappings> found_mappings = std::nullopt;

    /// Looked for only when the archive holds a table: it costs reading the archive once more.
    const ArchivedMappings& mappings() {
        if (!found_mappings) found_mappings = find_mappings();
        return *found_mappings;
    }
};

/// Reads an archive and those inside it.
class ArchiveWalk {
public:
    ArchiveWalk(const ArchiveLimits& limits, const RecordSink& sink)
        : limits_(limits), sink_(sink), budget_{limits.total_bytes} {}

    /// `source` is the bytes or the path of the archive with this uri.
    template <class Source>
    void read(const Source& source, const std::string& uri, int depth = 1) {
        ArchiveStream stream{source, limits_, budget_};
        OpenArchive archive{stream, uri, depth, [&] { return mappings_in(source); }};
        const std::uint64_t met_before = met_;
        while (!has_stopped_) {
            const Result<std::optional<ArchiveEntry>> entry = stream.next();
            if (!entry) return stop_or_refuse(uri, entry.error());
            if (!*entry) break;
            if (++entries_ > limits_.entries) return stop(uri, too_many_entries(limits_.entries));
            read_entry(archive, **entry);
            if (stream.is_broken()) return;
        }
        if (met_ == met_before) refuse(uri, nothing_to_read());
    }

private:
    /// What is looked through for them counts for itself, so that reading the archive may take as much again.
    template <class Source>
    ArchivedMappings mappings_in(const Source& source) const {
        UnpackBudget budget = budget_;
        ArchiveStream stream{source, limits_, budget};
        return ArchivedMappings{stream};
    }

    void read_entry(OpenArchive& archive, const ArchiveEntry& entry) {
        if (entry.kind == ArchiveEntry::Kind::folder || is_passed_over(entry.name)) return;
        ++met_;
        if (std::optional<Error> fault = entry_name_fault(entry.name))
            return refuse(archive.uri + '/' + excerpt(one_line(valid_utf8(entry.name)), longest_shown),
                          std::move(*fault));
        const std::string uri = archive.uri + '/' + entry.name;
        if (std::optional<Error> fault = entry_fault(entry, archive)) return refuse(uri, std::move(*fault));
        if (is_column_mapping(entry.name)) return;  // it comes with its table
        const Result<std::string> content = archive.stream.content();
        if (!content) return stop_or_refuse(uri, content.error());
        if (is_archive(entry.name)) return read(std::string_view{*content}, uri, archive.depth + 1);
        if (is_table(entry.name)) return read_table(archive.mappings().of_table(entry.name), *content, uri);
        find_reader_format(entry.name)->read_bytes(*content, uri, sink_);
    }

    void read_table(const Result<ColumnMapping>& mapping, std::string_view content, const std::string& uri) {
        if (!mapping) return refuse(uri, mapping.error());
        read_mapped_csv(content, uri, *mapping, sink_);
    }

    /// Why an entry with a sound name is not to be unpacked.
    std::optional<Error> entry_fault(const ArchiveEntry& entry, OpenArchive& archive) const {
        if (entry.kind != ArchiveEntry::Kind::file) return no_plain_file();
        if (is_archive(entry.name) && archive.depth >= limits_.depth) return too_deep(limits_.depth);
        if (!is_archive(entry.name) && find_reader_format(entry.name) == nullptr) return unsupported_format(entry.name);
        if (entry.is_encrypted) return encrypted();
        if (is_column_mapping(entry.name) && !archive.mappings().has_table(entry.name)) return mapping_without_table();
        return std::nullopt;
    }

    void refuse(const std::string& location, Error error) { sink_({location, tl::unexpected(std::move(error)), {}}); }

    void stop(const std::string& location, Error error) {
        has_stopped_ = true;
        refuse(location, std::move(error));
    }

    /// A spent budget ends the archives around this one too.
    void stop_or_refuse(const std::string& location, Error error) {
        has_stopped_ = has_stopped_ || budget_.is_spent;
        refuse(location, std::move(error));
    }

    const ArchiveLimits& limits_;
    const RecordSink& sink_;
    UnpackBudget budget_;
    std::uint64_t entries_ = 0;
    std::uint64_t met_ = 0;  // entries that gave a record or an error
    bool has_stopped_ = false;
};

std::string lower_case(std::string_view text) {
    std::string lower{text};
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

}  // namespace

bool is_archive(std::string_view name) {
    constexpr std::array<std::string_view, 4> extensions{".zip", ".tar", ".tar.gz", ".tgz"};
    constexpr std::size_t longest_extension = 7;
    const std::string end = lower_case(name.substr(name.size() - std::min(name.size(), longest_extension)));
    return std::ranges::any_of(extensions, [&](std::string_view extension) { return end.ends_with(extension); });
}

void read_archive(const SourceItem& item, const RecordSink& sink) {
    if (item.size == 0) return sink({item.uri, tl::unexpected(empty_file()), {}});
    ArchiveWalk{ArchiveLimits{}, sink}.read(item.path, item.uri);
}

void read_archive_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink) {
    read_archive_within({}, bytes, uri, sink);
}

void read_archive_within(const ArchiveLimits& limits, std::string_view bytes, std::string_view uri,
                         const RecordSink& sink) {
    if (bytes.empty()) return sink({std::string{uri}, tl::unexpected(empty_file()), {}});
    ArchiveWalk{limits, sink}.read(bytes, std::string{uri});
}

}  // namespace schakel
