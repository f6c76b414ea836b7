#include "searchd/engine/index/index_generation.hpp"

#include <algorithm>

#include "config/index/tombstones.hpp"

namespace schakel {

Result<std::shared_ptr<const IndexGeneration>> IndexGeneration::open(const IndexFolder& index, std::uint32_t number,
                                                                     const IndexIdentity& identity,
                                                                     const IndexGeneration* predecessor) {
    const std::filesystem::path folder = index.path_of(number);
    auto manifest = read_manifest(folder);
    if (!manifest) return tl::unexpected(manifest.error());
    if (auto fits = check_compatible(*manifest, identity); !fits) return tl::unexpected(fits.error());
    // Sizes first: a copy that is still on its way is told from a whole one without reading it all.
    if (auto present = verify_files(folder, *manifest, false); !present) return tl::unexpected(present.error());
    auto generation = std::make_shared<IndexGeneration>(std::move(*manifest));
    generation->number_ = number;
    generation->folder_ = folder;
    if (auto opened = generation->open_segments(predecessor); !opened) return tl::unexpected(opened.error());
    if (auto read = generation->read_deleted(); !read) return tl::unexpected(read.error());
    return generation;
}

Result<void> IndexGeneration::open_segments(const IndexGeneration* predecessor) {
    for (const ManifestSegment& described : manifest_.segments) {
        std::shared_ptr<const Segment> known = predecessor == nullptr ? nullptr : predecessor->segment(described);
        if (known == nullptr) {
            auto opened = Segment::open(folder_, described);
            if (!opened) return tl::unexpected(opened.error());
            known = std::move(*opened);
        }
        segments_.push_back(std::move(known));
    }
    return {};
}

Result<void> IndexGeneration::read_deleted() {
    std::uint32_t first = 0;
    for (const ManifestSegment& described : manifest_.segments) {
        const auto deleted = read_tombstones(folder_, described);
        if (!deleted) return tl::unexpected(deleted.error());
        const auto count = static_cast<std::uint32_t>(described.products);
        for (std::uint32_t document = 0; document < count; ++document)
            if (deleted->contains(document)) deleted_.push_back(first + document);
        first += count;
    }
    return {};
}

std::shared_ptr<const Segment> IndexGeneration::segment(const ManifestSegment& described) const {
    const auto same =
        std::find_if(segments_.begin(), segments_.end(), [&](const auto& own) { return own->is(described); });
    return same == segments_.end() ? nullptr : *same;
}

}  // namespace schakel
