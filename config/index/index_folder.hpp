#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// The layout of an index on disk: `gen-NNNNNN/` folders, each a complete index that never changes, and `current`, a symbolic
/// link to the one that is live. Stateless beyond its path; safe from any thread.
class IndexFolder {
public:
    explicit IndexFolder(std::filesystem::path root) : root_(std::move(root)) {}

    const std::filesystem::path& root() const { return root_; }

    /// Number of the live generation. Errors: index_missing.
    Result<std::uint32_t> live() const;

    /// Published generations, oldest first.
    std::vector<std::uint32_t> generations() const;

    std::filesystem::path path_of(std::uint32_t generation) const;

    /// Makes `generation` the live one in a single step: readers see the old or the new one, never none. Errors: io.
    Result<void> make_live(std::uint32_t generation) const;

    /// Removes what a `make_live` that was broken off left behind. For the one who holds the write lock. Errors: io.
    Result<void> clean_up() const;

private:
    std::filesystem::path root_;
};

}  // namespace schakel
