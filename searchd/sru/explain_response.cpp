#include "searchd/sru/explain_response.hpp"

#include <array>
#include <string_view>

#include "searchd/sru/cql_index.hpp"
#include "searchd/sru/dublin_core.hpp"
#include "searchd/sru/facet_wish.hpp"
#include "searchd/sru/sru_namespaces.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

constexpr const char* zeerex = "http://explain.z3950.org/dtd/2.0/";

/// "https://zoek.example.org:8443/map/sru" in pieces.
struct ServerAddress {
    std::string_view scheme;
    std::string_view host;
    std::string_view port;
    std::string_view database;
};

std::string_view usual_port(std::string_view scheme) { return scheme == "https" ? "443" : "80"; }

ServerAddress taken_apart(std::string_view server) {
    ServerAddress address;
    const std::size_t behind_scheme = server.find("://");
    address.scheme = server.substr(0, behind_scheme);
    std::string_view rest = server.substr(behind_scheme + 3);
    const std::size_t slash = rest.find('/');
    address.database = rest.substr(slash + 1);
    rest = rest.substr(0, slash);
    const std::size_t colon = rest.rfind(':');
    const bool has_port = colon != std::string_view::npos && rest.find(']', colon) == std::string_view::npos;
    address.host = rest.substr(0, has_port ? colon : rest.size());
    address.port = has_port ? rest.substr(colon + 1) : usual_port(address.scheme);
    return address;
}

void add_in_both_languages(pugi::xml_node parent, const char* name, const Text& text) {
    for (const auto& [language, written] : {std::pair{"nl", &text.nl}, std::pair{"en", &text.en}}) {
        pugi::xml_node element = add_element(parent, name, *written);
        element.append_attribute("lang") = language;
        if (written == &text.nl) element.append_attribute("primary") = "true";
    }
}

void add_server_info(pugi::xml_node explain, const SruRequest& request, std::string_view server) {
    const ServerAddress address = taken_apart(server);
    pugi::xml_node info = explain.append_child("serverInfo");
    info.append_attribute("protocol") = "SRU";
    info.append_attribute("version") = std::string(name_of(request.version)).c_str();
    add_attribute(info, "transport", address.scheme);
    info.append_attribute("method") = "GET";
    add_element(info, "host", address.host);
    add_element(info, "port", address.port);
    add_element(info, "database", address.database);
}

void add_database_info(pugi::xml_node explain, const Settings::Site& site) {
    pugi::xml_node info = explain.append_child("databaseInfo");
    add_in_both_languages(info, "title", {site.name, site.name});
    add_in_both_languages(
        info, "description",
        {"Kennisproducten voor het sociaal en fysiek domein: rapporten, praktijkvoorbeelden, methodieken.",
         "Dutch knowledge products for the social and physical domain: reports, good practices, methods."});
    add_known_element(info, "author", site.organisation);
    add_known_element(info, "contact", site.contact);
    add_element(info, "langUsage", "nl").append_attribute("codes") = "nl";
}

void add_index(pugi::xml_node info, const CqlIndexRow& row) {
    pugi::xml_node index = info.append_child("index");
    const bool sorts = row.field == FieldId::title || row.field == FieldId::year;
    index.append_attribute("search") = "true";
    index.append_attribute("scan") = "false";
    index.append_attribute("sort") = sorts ? "true" : "false";
    add_in_both_languages(index, "title", row.title);
    pugi::xml_node name = add_element(index.append_child("map"), "name", row.name);
    name.append_attribute("set") = std::string(row.set).c_str();
}

void add_index_info(pugi::xml_node explain) {
    pugi::xml_node info = explain.append_child("indexInfo");
    std::string_view before;
    for (const ContextSet& set : context_sets()) {
        if (set.name == before) continue;
        before = set.name;
        pugi::xml_node element = info.append_child("set");
        element.append_attribute("name") = std::string(set.name).c_str();
        element.append_attribute("identifier") = std::string(set.identifier).c_str();
    }
    for (const CqlIndexRow& row : cql_indexes())
        if (row.kind != CqlIndexKind::result_set) add_index(info, row);
}

void add_schema_info(pugi::xml_node explain) {
    pugi::xml_node schema = explain.append_child("schemaInfo").append_child("schema");
    schema.append_attribute("name") = "dc";
    schema.append_attribute("identifier") = dublin_core_schema;
    schema.append_attribute("sort") = "false";
    schema.append_attribute("retrieve") = "true";
    add_in_both_languages(schema, "title", {"Dublin Core", "Dublin Core"});
}


void add_config_info(pugi::xml_node explain) {
    pugi::xml_node info = explain.append_child("configInfo");
    const auto add = [&](const char* element, const char* type, std::string_view value) {
        add_element(info, element, value).append_attribute("type") = type;
    };
    add("default", "numberOfRecords", std::to_string(default_records));
    add("default", "contextSet", "cql");
    add("default", "index", "cql.serverChoice");
    add("default", "relation", "=");
    add("setting", "maximumRecords", std::to_string(most_records));
    for (const std::string_view relation : {"=", "==", "all", "any", "adj", "<", "<=", ">", ">=", "<>", "within"})
        add("supports", "relation", relation);
    for (const std::string_view modifier : {"relevant", "stem", "masked", "unmasked"})
        add("supports", "relationModifier", modifier);
    for (const std::string_view sign : {"*", "?"}) add("supports", "maskingCharacter", sign);
    add("supports", "sort", "");
}

}  // namespace

std::string explain_response(const SruRequest& request, const Installation& installation, const std::string& server) {
    pugi::xml_document document;
    pugi::xml_node response = add_root(document, "explainResponse", namespaces_of(request.version).response);
    add_element(response, "version", name_of(request.version));
    pugi::xml_node record = response.append_child("record");
    add_element(record, "recordSchema", zeerex);
    add_element(record, request.is_2_0() ? "recordXMLEscaping" : "recordPacking", "xml");
    pugi::xml_node explain = record.append_child("recordData").append_child("explain");
    explain.append_attribute("xmlns") = zeerex;
    add_server_info(explain, request, server);
    add_database_info(explain, installation.settings.site);
    add_index_info(explain);
    add_schema_info(explain);
    add_config_info(explain);
    return xml_text(document);
}

}  // namespace schakel
