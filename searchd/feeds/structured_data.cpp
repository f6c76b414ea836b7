#include "searchd/feeds/structured_data.hpp"

#include <nlohmann/json.hpp>

#include "searchd/exports/credits.hpp"
#include "searchd/exports/publication_kind.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/xml/plain_line.hpp"

namespace schakel {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t longest_description = 5'000;  // bytes; what Google reads of it

/// Gathers the properties of one product.
class SchemaWriter {
public:
    SchemaWriter(const StoredRecord& record, const Labels& labels, std::string_view site, std::string_view address)
        : record_(record), labels_(labels), site_(site), address_(address) {}

    ordered_json write() && {
        const PublicationKind& kind = publication_kind(record_);
        object_ = {{"@context", "https://schema.org"}, {"@type", kind.schema}, {"@id", address_}, {"url", address_}};
        add("name", plain_line(record_.title));
        add("description", shortened(plain_line(record_.abstract), longest_description));
        switch (kind.shape) {
            case SchemaShape::work: add_work(); break;
            case SchemaShape::body: add_body(); break;
            case SchemaShape::event: add_event(); break;
        }
        add("sameAs", plain_line(safe_address(record_.url)));
        return std::move(object_);
    }

private:
    void add(const char* name, ordered_json list) {
        if (!list.empty()) object_[name] = std::move(list);
    }

    void add(const char* name, std::string text) {
        if (!text.empty()) object_[name] = std::move(text);
    }

    void add_work() {
        const Credits credits = credits_of(record_, labels_);
        ordered_json authors = named("Person", credits.persons);
        for (ordered_json& maker : named("Organization", credits.makers)) authors.push_back(std::move(maker));
        add("author", std::move(authors));
        add("publisher", named("Organization", credits.publishers));
        add("datePublished", record_.date.empty() ? year_of(record_) : plain_line(record_.date));
        add("about", subjects());
        add("keywords", keywords());
        add("spatialCoverage", places());
        add("inLanguage", languages());
        add("license", licence());
        add("encoding", files());
        add("isPartOf", site());
    }

    void add_body() {
        add("knowsAbout", subjects());
        add("areaServed", places());
        add("foundingDate", record_.start_year ? std::to_string(*record_.start_year) : std::string());
        std::vector<std::string> members;
        for (const StoredValue& organisation : record_.of(FieldId::organisation))
            if (organisation.role == "deelnemer")
                members.push_back(plain_line(labels_.of(FieldId::organisation, organisation)));
        add("member", named("Organization", members));
    }

    void add_event() {
        const Credits credits = credits_of(record_, labels_);
        add("organizer", named("Organization", credits.organisations()));
        add("about", subjects());
        add("location", places());
        add("inLanguage", languages());
    }

    static ordered_json named(const char* type, const std::vector<std::string>& names) {
        ordered_json list = ordered_json::array();
        for (const std::string& name : names) list.push_back({{"@type", type}, {"name", name}});
        return list;
    }

    ordered_json subjects() const {
        ordered_json list = ordered_json::array();
        for (const StoredValue& theme : record_.of(FieldId::theme))
            list.push_back({{"@type", "DefinedTerm"},
                            {"termCode", theme.code},
                            {"name", plain_line(labels_.of(FieldId::theme, theme))}});
        return list;
    }

    ordered_json keywords() const {
        ordered_json list = ordered_json::array();
        for (const std::string& keyword : record_.keywords) list.push_back(plain_line(keyword));
        return list;
    }

    /// The country has the name of a country here: "landelijk" is what a filter calls it.
    ordered_json place(const StoredValue& region) const {
        constexpr Phrase country{"Nederland", "Netherlands"};
        if (region.code == "NL")
            return {{"@type", "Country"}, {"identifier", "NL"}, {"name", country.in(labels_.language())}};
        return {{"@type", "AdministrativeArea"},
                {"identifier", region.code},
                {"name", plain_line(labels_.of(FieldId::region, region))}};
    }

    ordered_json places() const {
        ordered_json list = ordered_json::array();
        for (const StoredValue& region : record_.of(FieldId::region)) list.push_back(place(region));
        return list;
    }

    ordered_json languages() const {
        ordered_json list = ordered_json::array();
        for (const StoredValue& language : record_.of(FieldId::language)) list.push_back(language.code);
        return list;
    }

    /// The standard wants an address or a work; a licence that is only named is a work with that name.
    ordered_json licence() const {
        if (record_.licence.empty()) return {};
        if (std::string address = plain_line(safe_address(record_.licence)); !address.empty()) return address;
        return {{"@type", "CreativeWork"}, {"name", plain_line(record_.licence)}};
    }

    ordered_json files() const {
        ordered_json list = ordered_json::array();
        for (const StoredFile& file : record_.files) {
            const std::string address = plain_line(safe_address(file.url));
            if (address.empty()) continue;
            ordered_json object{{"@type", "MediaObject"}, {"contentUrl", address}};
            if (!file.media_type.empty()) object["encodingFormat"] = plain_line(file.media_type);
            list.push_back(std::move(object));
        }
        return list;
    }

    ordered_json site() const {
        ordered_json object{{"@type", "WebSite"}, {"name", site_}};
        const std::size_t root = address_.rfind("/kennisproducten/");
        if (root != std::string_view::npos) object["url"] = std::string(address_.substr(0, root + 1));
        return object;
    }

    const StoredRecord& record_;
    const Labels& labels_;
    std::string_view site_;
    std::string_view address_;
    ordered_json object_;
};

/// The sign < can only stand in a string, where this means the same and ends no script.
std::string without_tags(const std::string& json) {
    std::string safe;
    safe.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            safe += "\\u003c";
        else
            safe += c;
    }
    return safe;
}

}  // namespace

std::string structured_data(const StoredRecord& record, const Labels& labels, std::string_view site,
                            std::string_view address) {
    const ordered_json object = SchemaWriter(record, labels, site, address).write();
    return without_tags(object.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

}  // namespace schakel
