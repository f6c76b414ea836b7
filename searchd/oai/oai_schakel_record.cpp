#include "searchd/oai/oai_schakel_record.hpp"

#include <string>
#include <string_view>

#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

/// Adds the elements of one record, in the order of FORMATS.md.
class SchakelRecord {
public:
    SchakelRecord(pugi::xml_node element, const StoredRecord& record, const OaiNamespace& names)
        : element_(element), record_(record), names_(names) {}

    void write() {
        add_attribute(element_, "id", names_.identifier_of(record_.id));
        add("titel", record_.title.empty() ? record_.id : record_.title);
        add_values(FieldId::type);
        add("soort", record_.kind);
        set(add("samenvatting", record_.abstract), "taal", record_.abstract_language);
        for (const FieldId facet : {FieldId::theme, FieldId::domain, FieldId::region, FieldId::audience,
                                    FieldId::population, FieldId::activity, FieldId::organisation})
            add_values(facet);
        add_all("auteur", record_.authors);
        add_values(FieldId::scale);
        set(add_values(FieldId::evidence), "databank", record_.evidence_source);
        add_values(FieldId::knowledge_kind);
        add_values(FieldId::form);
        add_all("trefwoord", record_.keywords);
        write_times();
        add_values(FieldId::language);
        write_sources();
    }

private:
    pugi::xml_node add(const char* name, std::string_view text) {
        return text.empty() ? pugi::xml_node{} : add_element(element_, name, text);
    }

    void add_all(const char* name, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) add(name, text);
    }

    /// Nothing happens to an element that was not added.
    static void set(pugi::xml_node element, const char* name, std::string_view value) {
        if (element && !value.empty()) add_attribute(element, name, value);
    }

    /// An organisation goes by its name, which lists elsewhere know too; other values by their code. Returns the last.
    pugi::xml_node add_values(FieldId facet) {
        const std::string name(field(facet).name);
        pugi::xml_node last;
        for (const StoredValue& value : record_.of(facet)) {
            last = add(name.c_str(), value.label.empty() ? value.code : value.label);
            set(last, "rol", value.role);
            set(last, "herkomst", value.provenance);
        }
        return last;
    }

    void write_times() {
        bool is_recognised = false;
        for (const StoredValue& year : record_.of(FieldId::year)) is_recognised = year.provenance == "herkend";
        if (record_.year && !is_recognised) add("jaar", std::to_string(*record_.year));
        add("datum", record_.date);
        if (record_.start_year) add("startjaar", std::to_string(*record_.start_year));
    }

    void write_sources() {
        set(add("url", record_.url), "geraadpleegd", record_.url_consulted);
        for (const StoredFile& file : record_.files) set(add("bestand", file.url), "mediatype", file.media_type);
        add("licentie", record_.licence);
        add_all("bron", record_.sources);
        add("peildatum", record_.reference_date);
        add("status", record_.status);
        add("opvolger", reference(record_.successor));
        add("laatstGecontroleerd", record_.last_checked);
        for (const StoredRelation& relation : record_.relations)
            set(add("verwant", reference(relation.id)), "relatie", relation.kind);
        add("opmerking", record_.note);
    }

    std::string reference(const std::string& id) const {
        return id.empty() || is_harvested(id) ? id : names_.identifier_of(id);
    }

    pugi::xml_node element_;
    const StoredRecord& record_;
    const OaiNamespace& names_;
};

}  // namespace

void add_schakel_record(pugi::xml_node parent, const StoredRecord& record, const OaiNamespace& names) {
    pugi::xml_node element = parent.append_child("kennisproduct");
    add_attribute(element, "xmlns", schakel_record_namespace);
    SchakelRecord(element, record, names).write();
}

}  // namespace schakel
