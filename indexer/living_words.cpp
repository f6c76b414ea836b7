#include "indexer/living_words.hpp"

#include "config/index/postings.hpp"

namespace schakel {

std::uint64_t words_of(const Columns& columns, std::size_t document) {
    std::uint64_t words = 0;
    for (const auto& lengths : columns.lengths) words += lengths[document];
    return words;
}

Result<std::uint64_t> living_words(const std::filesystem::path& segment, const DeletedDocuments& deleted) {
    const auto columns = read_columns(segment / columns_name);
    if (!columns) return tl::unexpected(columns.error());
    std::uint64_t words = 0;
    for (std::size_t document = 0; document < columns->documents(); ++document)
        if (!deleted.contains(document)) words += words_of(*columns, document);
    return words;
}

}  // namespace schakel
