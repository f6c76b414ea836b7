// Two files: texts.blocks (a block file) and texts.table: "SKTEXTS1", then the arrays first_block, page and first position.

#include "config/index/text_store.hpp"

#include <algorithm>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"

namespace schakel {

namespace {

constexpr std::string_view magic = "SKTEXTS1";
constexpr std::string_view blocks_name = "texts.blocks";
constexpr std::string_view table_name = "texts.table";

}  // namespace

TextStoreWriter::TextStoreWriter(const std::filesystem::path& folder)
    : table_file_(folder / table_name), blocks_(folder / blocks_name) {}

Result<void> TextStoreWriter::add_document(std::span<const TextBlock> blocks) {
    for (const TextBlock& block : blocks) {
        if (auto added = blocks_.add(block.text); !added) return added;
        pages_.push_back(block.page);
        positions_.push_back(block.first_position);
    }
    first_block_.push_back(static_cast<std::uint32_t>(pages_.size()));
    return {};
}

Result<void> TextStoreWriter::finish() {
    if (auto done = blocks_.finish(); !done) return done;
    ByteWriter table;
    table.raw(magic);
    table.array(first_block_);
    table.array(pages_);
    table.array(positions_);
    return write_durably(table_file_, table.bytes());
}

Result<TextStore> TextStore::open(const std::filesystem::path& folder) {
    auto blocks = BlockFile::open(folder / blocks_name);
    if (!blocks) return tl::unexpected(blocks.error());
    auto table = MappedFile::open(folder / table_name);
    if (!table) return tl::unexpected(table.error());
    TextStore store(std::move(*blocks), std::move(*table));
    if (!store.table_.text().starts_with(magic)) return damaged_file(folder / table_name);
    ByteReader in(store.table_.text().substr(magic.size()));
    store.first_block_ = in.view<std::uint32_t>();
    store.pages_ = in.view<std::uint32_t>();
    store.positions_ = in.view<std::uint32_t>();
    const bool complete = in.ok() && in.remaining() == 0;
    const bool consistent = complete && !store.first_block_.empty() && store.first_block_.front() == 0 &&
                            std::is_sorted(store.first_block_.begin(), store.first_block_.end()) &&
                            store.first_block_.back() == store.blocks_.size() &&
                            store.pages_.size() == store.blocks_.size() &&
                            store.positions_.size() == store.blocks_.size();
    if (!consistent) return damaged_file(folder / table_name);
    return store;
}

std::size_t TextStore::block_at(std::size_t document, std::uint32_t position) const {
    const auto begin = positions_.begin() + first_block_[document];
    const auto end = positions_.begin() + first_block_[document + 1];
    const auto after = std::upper_bound(begin, end, position);
    return after == begin ? 0 : static_cast<std::size_t>(after - begin) - 1;
}

Result<TextBlock> TextStore::read(std::size_t document, std::size_t number) const {
    const std::size_t block = first_block_[document] + number;
    auto text = blocks_.read(block);
    if (!text) return tl::unexpected(text.error());
    return TextBlock{pages_[block], positions_[block], std::move(*text)};
}

}  // namespace schakel
