#include "corpus/readers/html/html_head.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "config/folding.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/readers/html/html_element.hpp"
#include "corpus/readers/html/html_title.hpp"
#include "corpus/readers/metadata/dublin_core.hpp"
#include "corpus/readers/metadata/metadata_values.hpp"
#include "corpus/readers/metadata/owms.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

/// What overheid.nl adds to OWMS in its pages.
constexpr std::array overheid_fields{
    MetadataField{"authority", "organisatie", MetadataForm::organisation, "maker"},
    MetadataField{"category", "thema", MetadataForm::list},
    MetadataField{"theme", "thema", MetadataForm::list},
};

/// The names that Google Scholar reads, of most repositories.
constexpr std::array highwire_fields{
    MetadataField{"title", "titel"},
    MetadataField{"language", "taal", MetadataForm::language},
    MetadataField{"abstract", "samenvatting"},
    MetadataField{"keywords", "trefwoord", MetadataForm::list},
    MetadataField{"author", "auteur"},
    MetadataField{"publisher", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"dissertation_institution", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"technical_report_institution", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"publication_date", "datum", MetadataForm::date},
    MetadataField{"date", "datum", MetadataForm::date},
    MetadataField{"online_date", "datum", MetadataForm::date},
    MetadataField{"doi", "url", MetadataForm::address},
    MetadataField{"abstract_html_url", "url", MetadataForm::address},
    MetadataField{"pdf_url", "bestand", MetadataForm::file},
};

constexpr std::array open_graph_fields{
    MetadataField{"og:title", "titel"},
    MetadataField{"og:description", "samenvatting"},
    MetadataField{"og:locale", "taal", MetadataForm::language},
    MetadataField{"og:url", "url", MetadataForm::address},
    MetadataField{"article:published_time", "datum", MetadataForm::date},
    MetadataField{"article:modified_time", "peildatum", MetadataForm::held_on},
    MetadataField{"article:author", "auteur"},
    MetadataField{"article:section", "trefwoord"},
    MetadataField{"article:tag", "trefwoord", MetadataForm::list},
    MetadataField{"book:author", "auteur"},
    MetadataField{"book:release_date", "datum", MetadataForm::date},
    MetadataField{"book:tag", "trefwoord", MetadataForm::list},
};

constexpr std::array html_fields{
    MetadataField{"title", "titel"},
    MetadataField{"description", "samenvatting"},
    MetadataField{"keywords", "trefwoord", MetadataForm::list},
    MetadataField{"author", "auteur"},
    MetadataField{"publisher", "organisatie", MetadataForm::organisation, "uitgever"},
    MetadataField{"date", "datum", MetadataForm::date},
    MetadataField{"lang", "taal", MetadataForm::language},
    MetadataField{"language", "taal", MetadataForm::language},
    MetadataField{"content-language", "taal", MetadataForm::language},
    MetadataField{"canonical", "url", MetadataForm::address},
    MetadataField{"license", "licentie", MetadataForm::licence},
    MetadataField{"alternate", "bestand", MetadataForm::file},
};

/// Names that say how to show or find a page, not what it is about.
constexpr std::array<std::string_view, 27> technical_names{
    "viewport",          "generator",        "theme-color",      "color-scheme",     "robots",          "googlebot",
    "bingbot",           "referrer",         "format-detection", "rating",           "revisit-after",   "csrf-token",
    "csrf-param",        "handheldfriendly", "mobileoptimized",  "application-name", "og:image",        "og:type",
    "og:site_name",      "og:video",         "og:audio",         "og:updated_time",  "tdm-reservation", "tdm-policy",
    "article:publisher", "progid",           "resource-type"};

constexpr std::array<std::string_view, 14> technical_starts{
    "twitter:",   "fb:",    "og:image:", "og:video:", "og:locale:", "apple-", "msapplication",
    "msvalidate", "google", "p:domain",  "facebook-", "y_key",      "yandex", "al:"};

bool is_technical(std::string_view name) {
    return std::ranges::find(technical_names, name) != technical_names.end() ||
           std::ranges::any_of(technical_starts, [&](std::string_view start) { return name.starts_with(start); });
}

std::string lower_case(std::string_view text) {
    std::string lower = one_line(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// The part of a name behind its prefix, as of "DCTERMS.title" and "dc:title"; empty with another prefix.
std::string_view behind_prefix(std::string_view name, std::span<const std::string_view> prefixes) {
    const std::size_t border = name.find_first_of(".:");
    const bool is_ours =
        border != std::string_view::npos && std::ranges::find(prefixes, name.substr(0, border)) != prefixes.end();
    return is_ours ? name.substr(border + 1) : std::string_view{};
}

/// Web pages write lists with commas, the tables have semicolons.
std::string with_semicolons(std::string list) {
    if (list.find(';') == std::string::npos) std::ranges::replace(list, ',', ';');
    return list;
}

/// One <meta> with a name and a value.
struct MetaElement {
    std::string name;  // in lower case
    std::string written_name;
    std::string content;
    std::string scheme;  // in lower case; of OWMS: "overheid.gemeente"
    std::string language;
};

MetaElement meta_element(const GumboNode& node) {
    std::string_view name = html_attribute(node, "name");
    for (const char* const other : {"property", "http-equiv"})
        if (name.empty()) name = html_attribute(node, other);
    return {lower_case(name), std::string{name}, one_line(html_attribute(node, "content")),
            lower_case(html_attribute(node, "scheme")), std::string{html_attribute(node, "lang")}};
}

/// Reads the head of one page. One per page.
class HeadReader {
public:
    HeadReader(const std::string& heading, HtmlMetadata& metadata) : heading_(heading), metadata_(metadata) {}

    void visit(const GumboNode& node) {
        switch (html_tag(node)) {
            case GUMBO_TAG_META: metas_.push_back(meta_element(node)); break;
            case GUMBO_TAG_LINK: read_link(node); break;
            case GUMBO_TAG_TITLE:
                if (title_.empty()) title_ = html_line_of(node);
                break;
            case GUMBO_TAG_HTML:
                for (const char* const name : {"lang", "xml:lang"})
                    offer_html("lang", std::string{html_attribute(node, name)});
                break;
            default: break;
        }
    }

    /// Names of the site and of the vocabularies may stand anywhere, so the values wait for the end.
    void finish() {
        for (const MetaElement& meta : metas_) {
            if (meta.name == "og:site_name") site_name_ = meta.content;
            if (meta.scheme.starts_with("overheid") || meta.name.starts_with("overheid")) is_of_government_ = true;
        }
        offer_html("title", title_without_site(title_, site_name_, heading_));
        for (const MetaElement& meta : metas_) read_meta(meta);
    }

private:
    void offer_html(std::string_view source, std::string value, std::string media_type = {}) {
        metadata_.offer_by_source(HtmlStandard::html, html_fields, source,
                                  {std::move(value), {}, std::move(media_type)}, source);
    }

    void read_link(const GumboNode& link) {
        const std::string_view address = html_attribute(link, "href");
        const std::string media_type = lower_case(html_attribute(link, "type"));
        for (const std::string& relation : html_words(html_attribute(link, "rel"))) {
            if (relation == "canonical" && metadata_address(one_line(address)))
                offer_html("canonical", std::string{address});
            if (relation == "license") offer_html("license", std::string{address});
            if (relation == "alternate" && media_type == "application/pdf")
                offer_html("alternate", std::string{address}, media_type);
        }
    }

    void read_meta(const MetaElement& meta) {
        if (meta.name.empty() || meta.content.empty()) return;
        read_wishes(meta);
        if (!is_offered(meta) && !is_technical(meta.name) && !is_of_protocol(meta))
            metadata_.leave_out(meta.written_name);
    }

    /// `http-equiv` other than the language.
    static bool is_of_protocol(const MetaElement& meta) {
        constexpr std::array<std::string_view, 9> headers{"content-type",
                                                          "x-ua-compatible",
                                                          "refresh",
                                                          "pragma",
                                                          "cache-control",
                                                          "expires",
                                                          "content-security-policy",
                                                          "content-style-type",
                                                          "content-script-type"};
        return std::ranges::find(headers, meta.name) != headers.end();
    }

    bool is_offered(const MetaElement& meta) {
        constexpr std::array<std::string_view, 4> dublin_core{"dc", "dcterms", "dct", "dcmi"};
        constexpr std::array<std::string_view, 2> overheid{"overheid", "overheidop"};
        if (const auto term = behind_prefix(meta.name, dublin_core); !term.empty()) return is_offered(meta, term);
        if (const auto term = behind_prefix(meta.name, overheid); !term.empty())
            return offer(HtmlStandard::dublin_core, overheid_fields, term, meta, organisation_or_text(meta));
        if (meta.name.starts_with("citation_"))
            return offer(HtmlStandard::highwire, highwire_fields, meta.name.substr(9), meta, highwire_value(meta));
        if (meta.name == "og:title")
            return offer(HtmlStandard::open_graph, open_graph_fields, meta.name, meta,
                         title_without_site(meta.content, site_name_, heading_));
        if (meta.name == "article:author" && metadata_address(meta.content)) return false;
        if (meta.name.starts_with("og:") || meta.name.starts_with("article:") || meta.name.starts_with("book:"))
            return offer(HtmlStandard::open_graph, open_graph_fields, meta.name, meta, meta.content);
        return offer(HtmlStandard::html, html_fields, meta.name, meta, meta.content);
    }

    bool is_offered(const MetaElement& meta, std::string_view term) {
        const auto fields = is_of_government_ ? owms_fields() : dublin_core_fields();
        std::string value = term == "spatial" ? place_or_text(meta) : organisation_or_text(meta);
        return offer(HtmlStandard::dublin_core, fields, term, meta, std::move(value));
    }

    bool offer(HtmlStandard standard, std::span<const MetadataField> fields, std::string_view source,
               const MetaElement& meta, std::string value) {
        const bool is_list = source.find("keywords") != std::string_view::npos || source == "article:tag";
        if (is_list) value = with_semicolons(std::move(value));
        if (source == "og:locale") std::ranges::replace(value, '_', '-');
        return metadata_.offer_by_source(standard, fields, source, {std::move(value), meta.language},
                                         meta.written_name);
    }

    /// Dates of these names are 2014/11/28.
    static std::string highwire_value(const MetaElement& meta) {
        std::string value = meta.content;
        if (meta.name.ends_with("date")) std::ranges::replace(value, '/', '-');
        return value;
    }

    static std::string with_prefix(std::string_view prefix, const std::string& name) {
        return fold(name).starts_with(fold(prefix)) ? name : std::string{prefix} + name;
    }

    /// Utrecht is both a municipality and a province; the list it is from tells which.
    static std::string place_or_text(const MetaElement& meta) {
        if (meta.scheme.ends_with("gemeente")) return with_prefix("gemeente ", meta.content);
        if (meta.scheme.ends_with("provincie")) return with_prefix("provincie ", meta.content);
        return meta.content;
    }

    static std::string organisation_or_text(const MetaElement& meta) {
        if (meta.scheme.ends_with("gemeente")) return with_prefix("Gemeente ", meta.content);
        if (meta.scheme.ends_with("provincie")) return with_prefix("Provincie ", meta.content);
        return meta.content;
    }

    void read_wishes(const MetaElement& meta) {
        const std::string content = lower_case(meta.content);
        if (meta.name == "robots" && (content.find("noindex") != std::string::npos || content == "none"))
            metadata_.notice({"de pagina vraagt om niet in zoekdiensten te staan (robots: noindex)",
                              "the page asks not to be in search services (robots: noindex)"});
        if (meta.name == "tdm-reservation" && content == "1")
            metadata_.notice({"de rechten op tekst- en datamining zijn voorbehouden (tdm-reservation)",
                              "the rights to text and data mining are reserved (tdm-reservation)"});
        if (meta.name == "refresh" && content.find("url") != std::string::npos)
            metadata_.notice({"de pagina verwijst door naar een andere: " + excerpt(meta.content, 200),
                              "the page refers on to another: " + excerpt(meta.content, 200)});
    }

    const std::string& heading_;
    HtmlMetadata& metadata_;
    std::vector<MetaElement> metas_;
    std::string title_;
    std::string site_name_;
    bool is_of_government_ = false;
};

}  // namespace

void read_html_head(const HtmlPage& page, const std::string& heading, HtmlMetadata& metadata) {
    HeadReader reader{heading, metadata};
    const auto enter = [&](const GumboNode& node) {
        reader.visit(node);
        return true;
    };
    walk_html(page.document(), enter, [](const GumboNode&) {});
    reader.finish();
}

}  // namespace schakel
