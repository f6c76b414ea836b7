#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/knowledge_product.hpp"

namespace schakel {

/// Where a file that holds no address of its own, such as a web page, was fetched. An empty string means: not known.
struct HarvestedPage {
    std::string url;
    std::string last_modified;       // as the sitemap says
    std::string entity_tag;          // ETag, for asking whether it changed
    std::string http_last_modified;  // Last-Modified, likewise

    bool operator==(const HarvestedPage&) const = default;
};

std::string to_json(const HarvestedPage& page);

/// Absent when the text is not what `to_json` made.
std::optional<HarvestedPage> parse_harvested_page(std::string_view json);

/// The hidden file beside a record file that holds its origin: `ab01.html` → `.ab01.json`.
std::filesystem::path origin_file_of(const std::filesystem::path& record_file);

/// Gives what was read from a file of a harvest store the address it was fetched from, unless it brought one itself. Does
/// nothing for a file that has no origin beside it. For whoever reads a store. Safe from any thread.
void add_origin(const std::filesystem::path& record_file, KnowledgeProduct& product);

}  // namespace schakel
