#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "config/error.hpp"
#include "corpus/readers/archive/archive_stream.hpp"
#include "corpus/readers/table/column_mapping.hpp"

namespace schakel {

/// The column mappings in an archive (naam.kolommen.tsv) and the tables they are for (naam.csv in the same folder). An archive may
/// hold a mapping behind its table, so all of it is looked through before the first table is read. Immutable.
class ArchivedMappings {
public:
    /// Reads `entries` to the end, or to where the archive is damaged: who reads the archive meets that too.
    explicit ArchivedMappings(ArchiveStream& entries);

    /// The mapping of a table, fit for use; one without entries when the archive holds none. Errors: those of unpacking it, of
    /// `ColumnMapping::parse` and `fault_of`, and malformed (too large).
    Result<ColumnMapping> of_table(const std::string& table) const;

    /// Whether a mapping has a table it belongs to.
    bool has_table(const std::string& mapping) const;

private:
    void take_in(const std::string& mapping, Result<std::string> text);

    std::map<std::string, Result<std::string>> texts_;  // by path without extensions
    std::set<std::string> tables_;                      // the same
    std::size_t bytes_ = 0;                             // of the texts
};

}  // namespace schakel
