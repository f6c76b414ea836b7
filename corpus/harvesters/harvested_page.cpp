#include "corpus/harvesters/harvested_page.hpp"

#include <nlohmann/json.hpp>

#include "config/file.hpp"

namespace schakel {
namespace {

std::string text_at(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string to_json(const HarvestedPage& page) {
    const nlohmann::json json{{"url", page.url},
                              {"lastModified", page.last_modified},
                              {"entityTag", page.entity_tag},
                              {"httpLastModified", page.http_last_modified}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::optional<HarvestedPage> parse_harvested_page(std::string_view json) {
    const nlohmann::json parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object()) return std::nullopt;
    HarvestedPage page{text_at(parsed, "url"), text_at(parsed, "lastModified"), text_at(parsed, "entityTag"),
                       text_at(parsed, "httpLastModified")};
    if (page.url.empty()) return std::nullopt;
    return page;
}

std::filesystem::path origin_file_of(const std::filesystem::path& record_file) {
    return record_file.parent_path() / ("." + record_file.stem().string() + ".json");
}

void add_origin(const std::filesystem::path& record_file, KnowledgeProduct& product) {
    if (!product.url.empty()) return;
    const std::filesystem::path origin = origin_file_of(record_file);
    std::error_code absent;
    if (!std::filesystem::exists(origin, absent)) return;
    const auto json = read_file(origin);
    const auto page = json ? parse_harvested_page(*json) : std::nullopt;
    if (page) product.url = page->url;
}

}  // namespace schakel
