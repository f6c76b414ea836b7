#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, std::string_view bytes);

/// Calls `check` with the file cut off after 0, 1, 2, … bytes. A large file is cut at about
/// `most` places: all of its first and last bytes and evenly between. The file is whole again afterwards.
void for_each_truncation(const std::filesystem::path& file, const std::function<void(std::size_t size)>& check,
                         std::size_t most = 400);

/// Calls `check` with one byte of the file turned over, for the same places. The file is whole again afterwards.
void for_each_changed_byte(const std::filesystem::path& file, const std::function<void(std::size_t at)>& check,
                           std::size_t most = 400);

}  // namespace schakel
