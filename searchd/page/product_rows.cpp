#include "searchd/page/product_rows.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "searchd/page/links.hpp"
#include "searchd/page/partner_role_name.hpp"
#include "searchd/page/provenance.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

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
    value["elsewhere"] = TemplateData{false};
    value["note"] = TemplateData{false};
    return value;
}

TemplateData linked(std::string text, const SearchRequest& request) {
    TemplateData value = plain(std::move(text));
    value["address"] = TemplateData{search_address(request)};
    return value;
}

struct MediaTypeName {
    std::string_view media_type;
    Phrase name;
};

constexpr std::array media_types{
    MediaTypeName{"application/pdf", {"PDF", "PDF"}},
    MediaTypeName{"text/html", {"webpagina", "web page"}},
    MediaTypeName{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"Word", "Word"}},
    MediaTypeName{"application/vnd.oasis.opendocument.text", {"LibreOffice", "LibreOffice"}},
};

/// What to call a file: its kind where that has a name, with where it is, else its address.
std::string name_of_file(const StoredFile& file, Language language) {
    for (const MediaTypeName& row : media_types) {
        if (row.media_type != file.media_type) continue;
        const std::string host = host_of(safe_address(file.url));
        const std::string name{row.name.in(language)};
        return host.empty() ? name : fmt::format("{} {} {}", name, Phrase{"bij", "at"}.in(language), host);
    }
    return file.url.empty() ? file.media_type : file.url;
}

TemplateData file_view(const StoredFile& file, Language language) {
    TemplateData value = plain(name_of_file(file, language));
    value["address"] = text_or_false(safe_address(file.url));
    value["elsewhere"] = TemplateData{true};
    return value;
}

/// Gathers the rows of one record.
class ProductRows {
public:
    ProductRows(const StoredRecord& record, const Labels& labels) : record_(record), labels_(labels) {}

    std::vector<TemplateData> all() && {
        add_kind();
        add_organisations();
        add_text({{"Auteur", "Author"}, {"Auteurs", "Authors"}}, record_.authors);
        add_dates();
        add_places();
        add_facet(FieldId::scale, {scale, scale});
        add_facet(FieldId::theme, {{"Thema", "Theme"}, {"Thema’s", "Themes"}});
        add_facet(FieldId::domain, {{"Domein", "Domain"}, {"Domeinen", "Domains"}});
        add_facet(FieldId::audience, {audience, audience});
        add_facet(FieldId::population, {population, population});
        add_facet(FieldId::activity, {{"Activiteit", "Activity"}, {"Activiteiten", "Activities"}});
        add_evidence();
        add_facet(FieldId::knowledge_kind,
                  {{"Soort kennis", "Kind of knowledge"}, {"Soorten kennis", "Kinds of knowledge"}});
        add_facet(FieldId::form, {{"Vorm", "Form"}, {"Vormen", "Forms"}});
        add_keywords();
        add_facet(FieldId::language, {{"Taal", "Language"}, {"Talen", "Languages"}});
        add_pages();
        add_files();
        if (!record_.last_checked.empty())
            add({in({"Laatst gecontroleerd", "Last checked"}), "", {plain(date(record_.last_checked))}});
        return std::move(rows_);
    }

private:
    static constexpr Phrase scale{"Schaal", "Scale"};
    static constexpr Phrase audience{"Voor wie", "Audience"};
    static constexpr Phrase population{"Over wie", "Population"};
    static constexpr Phrase its_date{"Datum", "Date"};

    std::string in(const Phrase& phrase) const { return std::string{phrase.in(labels_.language())}; }
    std::string date(std::string_view iso_date) const { return written_date(iso_date, labels_.language()); }

    /// The name of a row of `number` values.
    std::string name(const Noun& noun, std::size_t number) const { return in(number == 1 ? noun.one : noun.several); }

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

    void add_text(const Noun& noun, const std::vector<std::string>& texts) {
        Row row{name(noun, texts.size()), "", {}};
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
        return today.empty() ? labels_.region(value.code)
                             : labels_.region(value.code) + in({", nu ", ", now "}) + today;
    }

    TemplateData value_view(FieldId facet, const StoredValue& value, bool with_note) const {
        TemplateData view = linked(name_of_value(facet, value), search_for(facet, value.code));
        if (with_note) view["note"] = text_or_false(provenance_in_short(value, labels_.language()));
        return view;
    }

    /// When all values come from the same place, the row says so once.
    void add_values(FieldId facet, std::string row_name, const std::vector<StoredValue>& values) {
        if (values.empty()) return;
        const bool uniform = std::all_of(values.begin(), values.end(), [&](const StoredValue& value) {
            return value.provenance == values.front().provenance;
        });
        Row row{std::move(row_name), uniform ? provenance_in_short(values.front(), labels_.language()) : "", {}};
        for (const StoredValue& value : values) row.values.push_back(value_view(facet, value, !uniform));
        add(std::move(row));
    }

    void add_facet(FieldId facet, const Noun& noun) {
        const std::vector<StoredValue>& values = record_.of(facet);
        add_values(facet, name(noun, values.size()), values);
    }

    std::vector<StoredValue> with_role(FieldId facet, std::string_view role, std::string_view role_by_default) const {
        std::vector<StoredValue> chosen;
        for (const StoredValue& value : record_.of(facet))
            if (value.role == role || (value.role.empty() && role == role_by_default)) chosen.push_back(value);
        return chosen;
    }

    void add_kind() {
        constexpr Phrase type{"Type", "Type"};
        add_facet(FieldId::type, {type, type});
        if (!record_.kind.empty())
            add({in({"Soort", "Kind"}),
                 in({"in de woorden van de bron", "in the words of the source"}),
                 {plain(record_.kind)}});
        if (std::string role = partner_role_name(record_, labels_.language()); !role.empty())
            add({in({"Rol", "Role"}), "", {plain(std::move(role))}});
    }

    void add_organisations() {
        struct RoleName {
            std::string_view role;
            Noun noun;
        };
        constexpr Phrase own{"Alles van deze organisatie", "Everything from this organisation"};
        constexpr std::array roles{
            RoleName{"zelf", {own, own}},
            RoleName{"uitgever", {{"Uitgever", "Publisher"}, {"Uitgevers", "Publishers"}}},
            RoleName{"maker", {{"Maker", "Maker"}, {"Makers", "Makers"}}},
            RoleName{"opdrachtgever", {{"Opdrachtgever", "Commissioned by"}, {"Opdrachtgevers", "Commissioned by"}}},
            RoleName{"deelnemer", {{"Deelnemer", "Participant"}, {"Deelnemers", "Participants"}}},
        };
        for (const RoleName& role : roles) {
            const std::vector<StoredValue> values = with_role(FieldId::organisation, role.role, "uitgever");
            add_values(FieldId::organisation, name(role.noun, values.size()), values);
        }
    }

    void add_dates() {
        if (record_.year) {
            const std::string year = std::to_string(*record_.year);
            const std::string shown = record_.date.empty() ? year : date(record_.date);
            const Phrase what = record_.date.empty() ? Phrase{"Jaar", "Year"} : its_date;
            add({in(what), "", {linked(shown, request_for(FieldId::year, year))}});
        } else if (!record_.date.empty()) {
            add({in(its_date), "", {plain(date(record_.date))}});
        }
        if (record_.start_year)
            add({in({"Begonnen in", "Started in"}), "", {plain(std::to_string(*record_.start_year))}});
    }

    void add_places() {
        const auto add_role = [&](const Phrase& place, std::string_view role) {
            add_values(FieldId::region, in(place), with_role(FieldId::region, role, "onderwerp"));
        };
        add_role({"Vestiging", "Based in"}, "vestiging");
        add_role({"Werkgebied", "Working area"}, "werkgebied");
        add_role({"Regio", "Region"}, "onderwerp");
    }

    void add_evidence() {
        const std::vector<StoredValue>& values = record_.of(FieldId::evidence);
        if (values.empty()) return;
        Row row{in({"Onderbouwing", "Evidence"}), "", {value_view(FieldId::evidence, values.front(), true)}};
        if (!record_.evidence_source.empty()) row.note = in({"volgens ", "according to "}) + record_.evidence_source;
        add(std::move(row));
    }

    void add_keywords() {
        Row row{name({{"Trefwoord", "Keyword"}, {"Trefwoorden", "Keywords"}}, record_.keywords.size()), "", {}};
        for (const std::string& keyword : record_.keywords) {
            SearchRequest request;
            request.query = keyword;
            row.values.push_back(linked(keyword, request));
        }
        add(std::move(row));
    }

    void add_files() {
        constexpr Noun also{{"Ook als bestand", "Also as a file"}, {"Ook als bestanden", "Also as files"}};
        Row row{name(also, record_.files.size()), "", {}};
        for (const StoredFile& file : record_.files) row.values.push_back(file_view(file, labels_.language()));
        if (!row.values.empty()) add(std::move(row));
        if (!record_.licence.empty()) add({in({"Licentie", "Licence"}), "", {plain(record_.licence)}});
    }

    void add_pages() {
        constexpr Noun page{{"pagina", "page"}, {"pagina’s", "pages"}};
        if (record_.pages > 0)
            add({in({"Omvang", "Length"}), "", {plain(counted(record_.pages, page, labels_.language()))}});
    }

    const StoredRecord& record_;
    const Labels& labels_;
    std::vector<TemplateData> rows_;
};

}  // namespace

std::vector<TemplateData> product_rows(const StoredRecord& record, const Labels& labels) {
    return ProductRows{record, labels}.all();
}

}  // namespace schakel
