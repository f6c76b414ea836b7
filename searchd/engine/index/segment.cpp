#include "searchd/engine/index/segment.hpp"

#include <fmt/format.h>

#include "config/index/postings.hpp"

namespace schakel {

Result<std::shared_ptr<const Segment>> Segment::open(const std::filesystem::path& generation,
                                                     const ManifestSegment& described) {
    if (auto whole = verify_files(generation, described, true); !whole) return tl::unexpected(whole.error());
    const std::filesystem::path folder = generation / described.name;
    auto postings = PostingsFile::open(folder / postings_name);
    if (!postings) return tl::unexpected(postings.error());
    auto records = BlockFile::open(folder / records_name);
    if (!records) return tl::unexpected(records.error());
    auto texts = TextStore::open(folder);
    if (!texts) return tl::unexpected(texts.error());
    auto sequences = TermSequences::open(folder);
    if (!sequences) return tl::unexpected(sequences.error());
    const std::uint64_t count = described.products;
    if (records->size() != count || texts->documents() != count || sequences->documents() != count)
        return fail(
            ErrorCode::index_corrupt,
            {fmt::format("De bestanden in {} spreken elkaar tegen.", folder.string()),
             fmt::format("The files in {} contradict each other.", folder.string())},
            {"Bouw de index opnieuw met schakel-indexer build.", "Rebuild the index with schakel-indexer build."});
    return std::make_shared<const Segment>(
        Segment{described, std::move(*postings), std::move(*records), std::move(*texts), std::move(*sequences)});
}

bool Segment::is(const ManifestSegment& other) const {
    return described.name == other.name && described.products == other.products && described.files == other.files;
}

}  // namespace schakel
