#include "searchd/api/render_facet.hpp"

#include <array>

#include "searchd/api/json_writer.hpp"
#include "searchd/api/render_values.hpp"

namespace schakel {

namespace {

void write_parents(JsonWriter& json, const ListedValue& value, Language language) {
    json.begin_array("ouders");
    for (const auto& [code, label] : value.parents) {
        json.begin_object();
        json.member("code", code);
        json.member("label", label.in(language));
        json.end_object();
    }
    json.end_array();
}

void write_value(JsonWriter& json, const ListedValue& value, Language language) {
    static constexpr std::array<std::string_view, 3> statuses{"gekozen", "beschikbaar", "leeg"};
    json.begin_object();
    json.member("code", value.code);
    json.member("label", value.label.in(language));
    json.member("aantal", value.count);
    json.member("status", statuses[static_cast<std::size_t>(value.status)]);
    write_parents(json, value, language);
    json.known_member("gevondenOp", value.found_by);
    json.end_object();
}

}  // namespace

std::string render_facet(const FacetRequest& request, const FacetValues& values, Language language) {
    JsonWriter json(256 + values.values.size() * 128);
    json.begin_object();
    json.member("facet", field(values.facet).name);
    json.member("zoek", request.search.query);
    json.known_member("bevat", request.contains);
    json.member("aantal", values.total);
    json.member("producten", values.hits);
    json.member("pagina", values.page);
    json.member("perPagina", values.per_page);
    json.begin_array("waarden");
    for (const ListedValue& value : values.values) write_value(json, value, language);
    json.end_array();
    write_notices(json, values.notices, language);
    json.end_object();
    return json.take();
}

}  // namespace schakel
