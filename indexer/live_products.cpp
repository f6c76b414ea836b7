#include "indexer/live_products.hpp"

#include "config/index/block_file.hpp"
#include "config/index/blocklist.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/postings.hpp"
#include "config/index/tombstones.hpp"

namespace schakel {

namespace {

using Visit = std::function<bool(const LiveProduct&)>;

/// False when the visitor wants no more.
Result<bool> visit_segment(const std::filesystem::path& generation, const ManifestSegment& segment,
                           const Blocklist& blocklist, const Visit& visit) {
    const std::filesystem::path folder = generation / segment.name;
    const auto deleted = read_tombstones(generation, segment);
    if (!deleted) return tl::unexpected(deleted.error());
    const auto columns = read_columns(folder / columns_name);
    if (!columns) return tl::unexpected(columns.error());
    const auto records = BlockFile::open(folder / records_name);
    if (!records) return tl::unexpected(records.error());
    for (std::size_t document = 0; document < records->size(); ++document) {
        if (deleted->contains(document)) continue;
        const auto bytes = records->read(document);
        if (!bytes) return tl::unexpected(bytes.error());
        const auto record = decode_record(*bytes);
        if (!record) return tl::unexpected(record.error());
        if (blocklist.contains(record->id)) continue;
        if (!visit({*record, *columns, document, folder})) return false;
    }
    return true;
}

}  // namespace

Result<LiveGeneration> visit_live_products(const std::filesystem::path& index, const Visit& visit) {
    const IndexFolder folder(index);
    const auto live = folder.live();
    if (!live) return tl::unexpected(live.error());
    auto manifest = read_manifest(folder.path_of(*live));
    if (!manifest) return tl::unexpected(manifest.error());
    const auto blocklist = read_blocklist(index);
    if (!blocklist) return tl::unexpected(blocklist.error());
    for (const ManifestSegment& segment : manifest->segments) {
        const auto more = visit_segment(folder.path_of(*live), segment, *blocklist, visit);
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
    }
    return LiveGeneration{*live, std::move(*manifest)};
}

}  // namespace schakel
