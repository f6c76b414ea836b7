#include "searchd/engine/search_basis.hpp"

#include <chrono>

#include "searchd/related/related_words.hpp"

namespace schakel {

namespace {

std::chrono::sys_days today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

}  // namespace

SearchBasis::SearchBasis(std::shared_ptr<const IndexSnapshot> of, const Installation& installed,
                         std::shared_ptr<const SearchTables> shared_tables)
    : snapshot(std::move(of)),
      installation(installed),
      tables(std::move(shared_tables)),
      ranking(*snapshot, snapshot->columns().dates(), tables->ranking, installation, today()),
      outlines(*snapshot, installation),
      words(words_of(*snapshot, installation.language)) {
    for (const SearchedIndex& index : snapshot->indexes()) copies.add(index.generation->manifest().copies);
}

Result<StoredRecord> SearchBasis::record_of(DocumentId document) const {
    const SnapshotSegment& segment = snapshot->segment_of(document);
    const auto bytes = segment.files->records.read(document - segment.first);
    if (!bytes) return tl::unexpected(bytes.error());
    auto record = decode_record(*bytes);
    if (record) copies.add_to(*record);
    return record;
}

}  // namespace schakel
