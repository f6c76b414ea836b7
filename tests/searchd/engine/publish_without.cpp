#include "tests/searchd/engine/publish_without.hpp"

#include <catch2/catch.hpp>

#include "config/index/manifest.hpp"
#include "config/index/tombstones.hpp"

namespace schakel {

namespace {

namespace fs = std::filesystem;

/// Those of the segment that begins at document `first`.
DeletedDocuments of_segment(const std::vector<std::uint32_t>& deleted, std::uint64_t first, std::uint64_t products) {
    DeletedDocuments own(products);
    for (const std::uint32_t document : deleted)
        if (document >= first && document < first + products) own.set(document - first);
    return own;
}

}  // namespace

std::uint32_t publish_without(const IndexFolder& folder, const std::vector<std::uint32_t>& deleted) {
    const std::uint32_t number = folder.generations().back() + 1;
    const fs::path from = folder.path_of(folder.live().value());
    const fs::path to = folder.path_of(number);
    IndexManifest manifest = read_manifest(from).value();
    fs::create_directory(to);
    std::uint64_t first = 0;
    for (ManifestSegment& segment : manifest.segments) {
        fs::copy(from / segment.name, to / segment.name,
                 fs::copy_options::recursive | fs::copy_options::create_hard_links);
        REQUIRE(write_tombstones(to, segment, of_segment(deleted, first, segment.products)));
        first += segment.products;
    }
    manifest.products = first - deleted.size();
    REQUIRE(write_manifest(to, manifest));
    REQUIRE(folder.make_live(number));
    return number;
}

}  // namespace schakel
