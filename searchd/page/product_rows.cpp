#include "searchd/page/product_rows.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "searchd/page/dutch_text.hpp"
#include "searchd/page/links.hpp"

namespace schakel {

namespace {

struct Provenance {
    std::string_view code;  // herkomst
    std::string_view in_short;
    std::string_view explained;
};

constexpr std::array provenances{
    Provenance{"toegekend", "toegekend", "toegekend door de redactie van Schakel; de bron zegt het niet zelf"},
    Provenance{"afgeleid", "afgeleid", "volgt uit andere gegevens over dit kennisproduct; de bron noemt het niet zelf"},
    Provenance{"herkend", "herkend", "door de computer herkend in de tekst; het kan dus niet kloppen"},
};

std::string provenance_in_short(const StoredValue& value) {
    for (const Provenance& provenance : provenances)
        if (provenance.code == value.provenance) return std::string{provenance.in_short};
    return {};
}

/// A line of the list. `note` says something about all its values.
struct Row {
    std::string name;
    std::string note;
    std::vector<TemplateData> values;
};

TemplateData plain(std::string text) {
    TemplateData value;
    value["text"] = TemplateData{std::move(text)};
    value["address"] = TemplateData{false};
    value["note"] = TemplateData{false};
    return value;
}

TemplateData linked(std::string text, const SearchRequest& request) {
    TemplateData value = plain(std::move(text));
    value["address"] = TemplateData{search_address(request)};
    return value;
}

struct MediaTypeName {
    std::string_view media_type, name;
};

constexpr std::array media_types{
    MediaTypeName{"application/pdf", "PDF"},
    MediaTypeName{"text/html", "webpagina"},
    MediaTypeName{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"},
    MediaTypeName{"application/vnd.oasis.opendocument.text", "LibreOffice"},
};

/// What to call a file: its kind where that has a name, with where it is, else its address.
std::string name_of_file(const StoredFile& file) {
    for (const MediaTypeName& row : media_types) {
        if (row.media_type != file.media_type) continue;
        const std::string host = host_of(safe_address(file.url));
        return host.empty() ? std::string{row.name} : std::string{row.name} + " bij " + host;
    }
    return file.url.empty() ? file.media_type : file.url;
}

TemplateData file_view(const StoredFile& file) {
    TemplateData value = plain(name_of_file(file));
    value["address"] = text_or_false(safe_address(file.url));
    return value;
}

/// Gathers the rows of one record.
class ProductRows {
public:
    ProductRows(const StoredRecord& record, const Labels& labels) : record_(record), labels_(labels) {}

    std::vector<TemplateData> all() && {
        add_kind();
        add_organisations();
        add_text("Auteur", "Auteurs", record_.authors);
        add_dates();
        add_places();
        add_facet(FieldId::scale, "Schaal", "Schaal");
        add_facet(FieldId::theme, "Thema", "Thema’s");
        add_facet(FieldId::domain, "Domein", "Domeinen");
        add_facet(FieldId::audience, "Voor wie", "Voor wie");
        add_facet(FieldId::population, "Over wie", "Over wie");
        add_facet(FieldId::activity, "Activiteit", "Activiteiten");
        add_evidence();
        add_facet(FieldId::knowledge_kind, "Soort kennis", "Soorten kennis");
        add_facet(FieldId::form, "Vorm", "Vormen");
        add_keywords();
        add_facet(FieldId::language, "Taal", "Talen");
        add_pages();
        add_files();
        if (!record_.last_checked.empty())
            add({"Laatst gecontroleerd", "", {plain(written_date(record_.last_checked))}});
        return std::move(rows_);
    }

private:
    void add(Row row) {
        if (row.values.empty()) return;
        for (std::size_t i = 0; i < row.values.size(); ++i)
            row.values[i]["comma"] = TemplateData{i + 1 < row.values.size()};
        TemplateData view;
        view["name"] = TemplateData{std::move(row.name)};
        view["row_note"] = text_or_false(row.note);
        view["values"] = list_of(std::move(row.values));
        rows_.push_back(std::move(view));
    }

    void add_text(std::string_view one, std::string_view several, const std::vector<std::string>& texts) {
        Row row{std::string{texts.size() == 1 ? one : several}, "", {}};
        for (const std::string& text : texts) row.values.push_back(plain(text));
        add(std::move(row));
    }

    SearchRequest search_for(FieldId facet, const std::string& code) const {
        SearchRequest request = request_for(facet, code);
        if (facet != FieldId::region) return request;
        const std::string scheme = labels_.scheme_to_show(code);
        if (!scheme.empty()) request.region_scheme = scheme;
        return request;
    }

    std::string name_of_value(FieldId facet, const StoredValue& value) const {
        if (facet != FieldId::region || !value.label.empty()) return labels_.of(facet, value);
        const std::string today = labels_.region_today(value.code);
        return today.empty() ? labels_.region(value.code) : labels_.region(value.code) + ", nu " + today;
    }

    TemplateData value_view(FieldId facet, const StoredValue& value, bool with_note) const {
        TemplateData view = linked(name_of_value(facet, value), search_for(facet, value.code));
        if (with_note) view["note"] = text_or_false(provenance_in_short(value));
        return view;
    }

    /// When all values come from the same place, the row says so once.
    void add_values(FieldId facet, std::string name, const std::vector<StoredValue>& values) {
        if (values.empty()) return;
        const bool uniform = std::all_of(values.begin(), values.end(), [&](const StoredValue& value) {
            return value.provenance == values.front().provenance;
        });
        Row row{std::move(name), uniform ? provenance_in_short(values.front()) : "", {}};
        for (const StoredValue& value : values) row.values.push_back(value_view(facet, value, !uniform));
        add(std::move(row));
    }

    void add_facet(FieldId facet, std::string_view one, std::string_view several) {
        const std::vector<StoredValue>& values = record_.of(facet);
        add_values(facet, std::string{values.size() == 1 ? one : several}, values);
    }

    std::vector<StoredValue> with_role(FieldId facet, std::string_view role, std::string_view role_by_default) const {
        std::vector<StoredValue> chosen;
        for (const StoredValue& value : record_.of(facet))
            if (value.role == role || (value.role.empty() && role == role_by_default)) chosen.push_back(value);
        return chosen;
    }

    void add_kind() {
        add_facet(FieldId::type, "Type", "Type");
        if (!record_.kind.empty()) add({"Soort", "in de woorden van de bron", {plain(record_.kind)}});
    }

    void add_organisations() {
        struct RoleName {
            std::string_view role, one, several;
        };
        constexpr std::array roles{
            RoleName{"zelf", "Alles van deze organisatie", "Alles van deze organisatie"},
            RoleName{"uitgever", "Uitgever", "Uitgevers"},
            RoleName{"maker", "Maker", "Makers"},
            RoleName{"opdrachtgever", "Opdrachtgever", "Opdrachtgevers"},
            RoleName{"deelnemer", "Deelnemer", "Deelnemers"},
        };
        for (const RoleName& name : roles) {
            const std::vector<StoredValue> values = with_role(FieldId::organisation, name.role, "uitgever");
            add_values(FieldId::organisation, std::string{values.size() == 1 ? name.one : name.several}, values);
        }
    }

    void add_dates() {
        if (record_.year) {
            const std::string year = std::to_string(*record_.year);
            const std::string shown = record_.date.empty() ? year : written_date(record_.date);
            add({record_.date.empty() ? "Jaar" : "Datum", "", {linked(shown, request_for(FieldId::year, year))}});
        } else if (!record_.date.empty()) {
            add({"Datum", "", {plain(written_date(record_.date))}});
        }
        if (record_.start_year) add({"Begonnen in", "", {plain(std::to_string(*record_.start_year))}});
    }

    void add_places() {
        add_values(FieldId::region, "Vestiging", with_role(FieldId::region, "vestiging", "onderwerp"));
        add_values(FieldId::region, "Werkgebied", with_role(FieldId::region, "werkgebied", "onderwerp"));
        add_values(FieldId::region, "Regio", with_role(FieldId::region, "onderwerp", "onderwerp"));
    }

    void add_evidence() {
        const std::vector<StoredValue>& values = record_.of(FieldId::evidence);
        if (values.empty()) return;
        Row row{"Onderbouwing", "", {value_view(FieldId::evidence, values.front(), true)}};
        if (!record_.evidence_source.empty()) row.note = "volgens " + record_.evidence_source;
        add(std::move(row));
    }

    void add_keywords() {
        Row row{record_.keywords.size() == 1 ? "Trefwoord" : "Trefwoorden", "", {}};
        for (const std::string& keyword : record_.keywords) {
            SearchRequest request;
            request.query = keyword;
            row.values.push_back(linked(keyword, request));
        }
        add(std::move(row));
    }

    void add_files() {
        Row row{record_.files.size() == 1 ? "Ook als bestand" : "Ook als bestanden", "", {}};
        for (const StoredFile& file : record_.files) row.values.push_back(file_view(file));
        if (!row.values.empty()) add(std::move(row));
        if (!record_.licence.empty()) add({"Licentie", "", {plain(record_.licence)}});
    }

    void add_pages() {
        if (record_.pages > 0) add({"Omvang", "", {plain(counted(record_.pages, "pagina", "pagina’s"))}});
    }

    const StoredRecord& record_;
    const Labels& labels_;
    std::vector<TemplateData> rows_;
};

bool occurs(const StoredRecord& record, std::string_view provenance) {
    return std::any_of(record.values.begin(), record.values.end(), [&](const std::vector<StoredValue>& values) {
        return std::any_of(values.begin(), values.end(),
                           [&](const StoredValue& value) { return value.provenance == provenance; });
    });
}

}  // namespace

std::vector<TemplateData> product_rows(const StoredRecord& record, const Labels& labels) {
    return ProductRows{record, labels}.all();
}

std::vector<TemplateData> provenance_notes(const StoredRecord& record) {
    std::vector<TemplateData> notes;
    for (const Provenance& provenance : provenances) {
        if (!occurs(record, provenance.code)) continue;
        TemplateData note;
        note["term"] = TemplateData{std::string{provenance.in_short}};
        note["meaning"] = TemplateData{std::string{provenance.explained}};
        notes.push_back(std::move(note));
    }
    return notes;
}

}  // namespace schakel
