#include "searchd/api/render_similar.hpp"

#include <nlohmann/json.hpp>

namespace schakel {

using nlohmann::ordered_json;

std::string render_similar(std::string_view id, std::span<const SimilarHit> hits) {
    ordered_json object{{"id", id}, {"resultaten", ordered_json::array()}};
    for (const SimilarHit& hit : hits) {
        const StoredRecord& record = hit.record;
        ordered_json& rendered = object["resultaten"].emplace_back(ordered_json::object());
        rendered["id"] = record.id;
        rendered["titel"] = record.title;
        if (!record.abstract.empty()) rendered["samenvatting"] = record.abstract;
        if (!record.of(FieldId::type).empty()) rendered["type"] = record.of(FieldId::type).front().code;
        if (record.year) rendered["jaar"] = *record.year;
        if (!record.url.empty()) rendered["url"] = record.url;
        rendered["overeenkomst"] = hit.common;
    }
    return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace schakel
