#pragma once

#include <cstdint>
#include <filesystem>

#include "config/error.hpp"
#include "config/index/columns.hpp"
#include "config/index/tombstones.hpp"

namespace schakel {

/// The words of one document, those that count for its length.
std::uint64_t words_of(const Columns& columns, std::size_t document);

/// The words of the documents of a segment that are not deleted. Errors: those of `read_columns`.
Result<std::uint64_t> living_words(const std::filesystem::path& segment, const DeletedDocuments& deleted);

}  // namespace schakel
