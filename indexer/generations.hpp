#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"

namespace schakel {

/// Makes a generation that is there already the live one, after checking that its files are whole and that this installation
/// can serve it. Errors: index_locked, index_missing (no such generation), index_mismatch, index_corrupt, io; the live
/// generation is then untouched.
Result<void> make_live(const std::filesystem::path& index, std::uint32_t generation, const Installation& installation);

/// The generation to return to: the newest one before the live one. Errors: index_missing.
Result<std::uint32_t> generation_before_live(const std::filesystem::path& index);

/// The newest generation, published or not. Errors: index_missing.
Result<std::uint32_t> newest_generation(const std::filesystem::path& index);

/// Removes the oldest generations until `keep` are left; the live one always stays. Returns what was removed.
/// Errors: index_locked, io.
Result<std::vector<std::uint32_t>> prune(const std::filesystem::path& index, int keep);

}  // namespace schakel
