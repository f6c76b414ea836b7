// File: "SKTOMBS1", u32 byte-order mark, u64 documents of the segment, then the words of the bitmap as an array.

#include "config/index/tombstones.hpp"

#include <bit>
#include <numeric>

#include <fmt/format.h>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/mapped_file.hpp"

namespace schakel {

namespace {

constexpr std::string_view magic = "SKTOMBS1";
constexpr std::uint32_t byte_order_mark = 0x01020304;

std::size_t words_for(std::size_t documents) { return documents / 64 + (documents % 64 > 0 ? 1 : 0); }

std::string encode(const DeletedDocuments& deleted) {
    ByteWriter out;
    out.raw(magic);
    out.number(byte_order_mark);
    out.number(static_cast<std::uint64_t>(deleted.size()));
    out.array(deleted.words());
    return out.bytes();
}

/// Takes over the bits of documents; those behind the last one are left out.
DeletedDocuments with_bits(const std::vector<std::uint64_t>& words, std::size_t documents) {
    DeletedDocuments deleted(documents);
    for (std::size_t document = 0; document < documents; ++document)
        if ((words[document / 64] >> (document % 64) & 1) != 0) deleted.set(document);
    return deleted;
}

}  // namespace

void DeletedDocuments::set(std::size_t document) {
    words_.resize(words_for(size_));
    words_[document / 64] |= std::uint64_t{1} << (document % 64);
}

std::size_t DeletedDocuments::count() const {
    return std::accumulate(words_.begin(), words_.end(), std::size_t{0}, [](std::size_t sum, std::uint64_t word) {
        return sum + static_cast<std::size_t>(std::popcount(word));
    });
}

std::string tombstones_name(std::string_view segment) { return fmt::format("tombstones-{}.bin", segment); }

Result<void> write_tombstones(const std::filesystem::path& generation, ManifestSegment& segment,
                              const DeletedDocuments& deleted) {
    segment.deleted = deleted.count();
    segment.tombstones.clear();
    if (segment.deleted == 0) return {};
    const std::string bytes = encode(deleted);
    segment.tombstones = contents_hash(bytes);
    return write_durably(generation / tombstones_name(segment.name), bytes);
}

Result<DeletedDocuments> read_tombstones(const std::filesystem::path& generation, const ManifestSegment& segment) {
    const std::filesystem::path file = generation / tombstones_name(segment.name);
    const auto mapped = MappedFile::open(file);
    const bool absent = !mapped && mapped.error().code == ErrorCode::not_found;
    if (absent && segment.deleted == 0 && segment.tombstones.empty()) return DeletedDocuments(segment.products);
    if (!mapped || !mapped->text().starts_with(magic) || contents_hash(mapped->text()) != segment.tombstones)
        return damaged_file(file);
    ByteReader in(mapped->text().substr(magic.size()));
    const bool ours = in.number<std::uint32_t>() == byte_order_mark && in.number<std::uint64_t>() == segment.products;
    const auto words = in.array<std::uint64_t>();
    if (!ours || !in.ok() || in.remaining() > 0 || words.size() != words_for(segment.products))
        return damaged_file(file);
    DeletedDocuments deleted = with_bits(words, segment.products);
    if (deleted.words() != words || deleted.count() != segment.deleted) return damaged_file(file);
    return deleted;
}

}  // namespace schakel
