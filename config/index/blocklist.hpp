#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// `blocklist.tsv` in the root of an index, outside the generations: every generation honours it, those of before included.
inline constexpr std::string_view blocklist_name = "blocklist.tsv";

/// A product that a curator took out.
struct BlockedProduct {
    std::string id;
    std::string since;   // ISO 8601, UTC, to the second: 2026-11-22T10:00:00Z
    std::string reason;  // may be empty
};

/// The products that may not be shown, whatever the generations hold. A plain value.
class Blocklist {
public:
    bool contains(std::string_view id) const { return ids_.contains(id); }

    /// In the order in which they were taken out.
    const std::vector<BlockedProduct>& products() const { return products_; }

    /// False when the id stands on it already: then the first reason stays.
    bool add(BlockedProduct product);

    /// False when the id does not stand on it.
    bool remove(std::string_view id);

private:
    std::vector<BlockedProduct> products_;
    StringSet ids_;
};

/// The blocklist of an index; empty when there is no file. A line is an id, a time and a reason, separated by tabs; the reason may
/// be left empty. Errors: unreadable; index_corrupt, naming file and line. Safe from any thread and beside a writer.
Result<Blocklist> read_blocklist(const std::filesystem::path& index);

/// Replaces the list in a single step and flushes it to the disk. Errors: io.
Result<void> write_blocklist(const std::filesystem::path& index, const Blocklist& blocklist);

/// Puts ids on the list, from now on; returns how many did not stand there yet. Tabs and line ends in `reason` become spaces.
/// Waits for whoever else is changing the list, so nothing gets lost between two programs.
/// Errors: usage (an id that is empty, too long or has a tab or line end: no product can have it), io, those of `read_blocklist`.
Result<std::size_t> add_to_blocklist(const std::filesystem::path& index, std::span<const std::string> ids,
                                     std::string_view reason);

/// Takes ids off the list; returns how many stood there. Errors: io, those of `read_blocklist`.
Result<std::size_t> remove_from_blocklist(const std::filesystem::path& index, std::span<const std::string> ids);

}  // namespace schakel
