#include "searchd/api/render_partners.hpp"

#include <algorithm>
#include <cmath>

#include "searchd/api/render_values.hpp"

namespace schakel {

namespace {

constexpr std::size_t usual_partner = 1'024;  // bytes
constexpr std::string_view seat = "vestiging";

/// The regions where it has its seat, or the others: where it works.
std::vector<StoredValue> regions_of(const StoredRecord& record, bool seats) {
    const std::vector<StoredValue>& all = record.of(FieldId::region);
    std::vector<StoredValue> wanted;
    std::copy_if(all.begin(), all.end(), std::back_inserter(wanted),
                 [&](const StoredValue& region) { return (region.role == seat) == seats; });
    return wanted;
}

void write_where(JsonWriter& json, const StoredRecord& record, const Installation& installation, Language language) {
    const Field& region = field(FieldId::region);
    write_values(json, "werkgebied", region, regions_of(record, false), installation, language);
    if (const auto seats = regions_of(record, true); !seats.empty())
        write_values(json, seat, region, seats, installation, language);
}

void write_single(JsonWriter& json, const StoredRecord& record, FieldId facet) {
    if (!record.of(facet).empty()) json.member(field(facet).record_key, record.of(facet).front().code);
}

void write_organisation(JsonWriter& json, const Partner& partner) {
    json.known_member("organisatie", own_organisation(partner.hit.record));
    if (partner.products > 0) json.member("aantalProducten", partner.products);
}

void write_standing(JsonWriter& json, const StoredRecord& record) {
    json.known_member("peildatum", record.reference_date);
    json.member("status", record.status.empty() ? "onbekend" : record.status);
    json.known_member("opvolger", record.successor);
    json.known_member("laatstGecontroleerd", record.last_checked);
}

}  // namespace

void write_partner(JsonWriter& json, const Partner& partner, const Installation& installation, Language language) {
    const StoredRecord& record = partner.hit.record;
    json.begin_object();
    json.member("id", record.id);
    json.member("naam", record.title);
    write_single(json, record, FieldId::type);
    json.known_member("soort", record.kind);
    if (partner.role) json.member("rol", partner_role_names[static_cast<std::size_t>(*partner.role)]);
    json.known_member("samenvatting", record.abstract);
    write_organisation(json, partner);
    write_where(json, record, installation, language);
    for (const FieldId facet : {FieldId::theme, FieldId::domain})
        write_values(json, field(facet).record_key, field(facet), record.of(facet), installation, language);
    write_single(json, record, FieldId::scale);
    json.known_member("url", record.url);
    write_standing(json, record);
    json.known_member("nabijheid", partner.hit.nearness.in(language));
    json.known_member("index", partner.hit.index);
    json.end_object();
}

std::string render_partners(const PartnerRequest& request, const Partners& partners, const Installation& installation,
                            Language language, double milliseconds) {
    JsonWriter json(1'024 + partners.found.size() * usual_partner);
    json.begin_object();
    json.member("zoek", request.search.query);
    json.member("aantal", partners.total);
    json.member("pagina", request.search.page);
    json.member("perPagina", request.search.per_page);
    json.member("duurMs", std::round(milliseconds * 100) / 100);
    json.begin_array("resultaten");
    for (const Partner& partner : partners.found) write_partner(json, partner, installation, language);
    json.end_array();
    write_notices(json, partners.notices, language);
    json.member("onvolledig", partners.incomplete);
    json.end_object();
    return json.take();
}

}  // namespace schakel
