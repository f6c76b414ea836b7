#include "corpus/readers/archive/archived_mappings.hpp"

#include <filesystem>
#include <optional>
#include <utility>

#include "corpus/readers/archive/archive_entry_name.hpp"
#include "corpus/readers/table/csv_columns.hpp"

namespace schakel {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_bytes = std::size_t{4} << 20U;  // of all mappings of an archive; people write them by hand

bool is_usable(const ArchiveEntry& entry) {
    return entry.kind == ArchiveEntry::Kind::file && !is_passed_over(entry.name) && !entry_name_fault(entry.name);
}

/// The path that a table and its mapping have in common: "2015/export" of 2015/export.csv.
std::string path_of_table(const fs::path& table) { return fs::path(table).replace_extension().string(); }

std::string path_of_mapping(const fs::path& mapping) {
    return path_of_table(fs::path(mapping).replace_extension());  // .kolommen.tsv: two extensions
}

Error too_large() {
    return {ErrorCode::malformed,
            {"het kolommenbestand is te groot", "the mapping of columns is too large"},
            {"noem elke kolom van de tabel hoogstens één keer", "name each column of the table once at most"}};
}

}  // namespace

ArchivedMappings::ArchivedMappings(ArchiveStream& entries) {
    while (true) {
        const Result<std::optional<ArchiveEntry>> entry = entries.next();
        if (!entry || !*entry || entries.is_broken()) return;
        const std::string& name = (*entry)->name;
        if (!is_usable(**entry)) continue;
        if (is_table(name)) tables_.insert(path_of_table(name));
        if (is_column_mapping(name)) take_in(name, entries.content());
    }
}

void ArchivedMappings::take_in(const std::string& mapping, Result<std::string> text) {
    if (text) bytes_ += text->size();
    if (bytes_ > most_bytes) text = tl::unexpected(too_large());
    texts_.insert_or_assign(path_of_mapping(mapping), std::move(text));
}

Result<ColumnMapping> ArchivedMappings::of_table(const std::string& table) const {
    const std::string path = path_of_table(table);
    const auto text = texts_.find(path);
    if (text == texts_.end()) return ColumnMapping{};
    if (!text->second) return tl::unexpected(text->second.error());
    auto mapping = ColumnMapping::parse(column_mapping_of(table).filename().string(), *text->second);
    if (!mapping) return mapping;
    if (auto fault = fault_of(*mapping)) return tl::unexpected(std::move(*fault));
    return mapping;
}

bool ArchivedMappings::has_table(const std::string& mapping) const {
    return tables_.contains(path_of_mapping(mapping));
}

}  // namespace schakel
