#include "searchd/feeds/atom_document.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/date.hpp"
#include "searchd/exports/credits.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/hit_view.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/page_context.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/xml/plain_line.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_summary = 2'000;  // bytes
constexpr std::string_view midnight = "T00:00:00Z";

/// Writes one feed.
class AtomWriter {
public:
    AtomWriter(const AtomContents& contents, const Installation& installation)
        : contents_(contents), settings_(installation.settings), labels_(installation, contents.language) {}

    std::string write() && {
        feed_ = document_.append_child("feed");
        add_attribute(feed_, "xmlns", "http://www.w3.org/2005/Atom");
        add_attribute(feed_, "xmlns:opensearch", "http://a9.com/-/spec/opensearch/1.1/");
        add_attribute(feed_, "xml:lang", Phrase{"nl", "en"}.in(contents_.language));
        add_head();
        add_links();
        add_counts();
        for (const StoredRecord& record : contents_.records) add_entry(record);
        return xml_text(document_);
    }

private:
    void add_head() {
        constexpr Phrase newest_of_all{"nieuwste kennisproducten", "newest knowledge products"};
        const std::string_view subject =
            contents_.words.empty() ? newest_of_all.in(contents_.language) : std::string_view(contents_.words);
        add_element(feed_, "id", feed_address(1));
        add_element(feed_, "title", fmt::format("{}: {}", settings_.site.name, subject));
        add_element(feed_, "updated", newest());
        pugi::xml_node author = feed_.append_child("author");
        const bool is_kept = !settings_.site.organisation.empty();
        add_element(author, "name", is_kept ? settings_.site.organisation : settings_.site.name);
        add_element(author, "uri", pages() + '/');
        if (!settings_.site.contact.empty()) add_element(author, "email", settings_.site.contact);
        add_element(feed_, "generator", "Schakel");
        add_element(feed_, "icon", contents_.site + "/static/favicon.svg");
    }

    void add_links() {
        const int page = contents_.request.page;
        add_link(feed_, "self", "application/atom+xml", feed_address(page));
        add_link(feed_, "alternate", "text/html", page_address());
        add_link(feed_, "search", "application/opensearchdescription+xml", pages() + "/opensearch.xml");
        add_link(feed_, "first", "application/atom+xml", feed_address(1));
        if (page > 1)
            add_link(feed_, "previous", "application/atom+xml", feed_address(std::min(page - 1, last_page())));
        if (page < last_page()) add_link(feed_, "next", "application/atom+xml", feed_address(page + 1));
        add_link(feed_, "last", "application/atom+xml", feed_address(last_page()));
    }

    void add_counts() {
        const SearchRequest& request = contents_.request;
        const auto before = static_cast<std::int64_t>(request.page - 1) * request.per_page;
        add_element(feed_, "opensearch:totalResults", std::to_string(contents_.total));
        add_element(feed_, "opensearch:startIndex", std::to_string(before + 1));
        add_element(feed_, "opensearch:itemsPerPage", std::to_string(request.per_page));
    }

    void add_entry(const StoredRecord& record) {
        const std::string path = product_address(record.id, {});
        pugi::xml_node entry = feed_.append_child("entry");
        add_element(entry, "id", contents_.site + path);
        add_language(add_element(entry, "title", record.title), foreign_language(record, contents_.language));
        add_element(entry, "updated", atom_time(record, contents_.built_at));
        if (is_iso_date(record.date)) add_element(entry, "published", record.date + std::string(midnight));
        add_link(entry, "alternate", "text/html", pages() + path);
        if (const std::string own = safe_address(record.url); !own.empty()) add_link(entry, "via", "", own);
        const Credits credits = credits_of(record, labels_);
        for (const std::string& name : credits.responsible()) add_element(entry.append_child("author"), "name", name);
        add_categories(entry, record);
        if (!record.abstract.empty()) add_summary(entry, record);
        if (!record.licence.empty()) add_element(entry, "rights", record.licence);
    }

    void add_categories(pugi::xml_node entry, const StoredRecord& record) const {
        for (const StoredValue& theme : record.of(FieldId::theme)) {
            const pugi::xml_node category = entry.append_child("category");
            add_attribute(category, "term", theme.code);
            add_attribute(category, "scheme", contents_.site + "/v1/themas");
            add_attribute(category, "label", labels_.of(FieldId::theme, theme));
        }
    }

    void add_summary(pugi::xml_node entry, const StoredRecord& record) const {
        const pugi::xml_node summary =
            add_element(entry, "summary", shortened(plain_line(record.abstract), longest_summary));
        add_attribute(summary, "type", "text");
        add_language(summary, abstract_language(record, contents_.language));
    }

    /// `language` is empty when it is that of the feed.
    static void add_language(pugi::xml_node element, const std::string& language) {
        if (!language.empty()) add_attribute(element, "xml:lang", language);
    }

    static void add_link(pugi::xml_node parent, std::string_view relation, std::string_view media_type,
                         std::string_view address) {
        const pugi::xml_node link = parent.append_child("link");
        add_attribute(link, "rel", relation);
        if (!media_type.empty()) add_attribute(link, "type", media_type);
        add_attribute(link, "href", address);
    }

    /// Where the pages in the language of the feed begin.
    std::string pages() const { return contents_.site + std::string(root_of(contents_.language)); }

    std::string feed_address(int page) const {
        return pages() + "/feed.atom?" + query_string(at_page(contents_.request, page));
    }

    /// The list of results on the page of this installation.
    std::string page_address() const {
        SearchRequest request = at_page(contents_.request, 1);
        request.per_page = SearchRequest{}.per_page;
        return pages() + search_address(request);
    }

    int last_page() const {
        const std::uint64_t reached =
            std::min(contents_.total, static_cast<std::uint64_t>(settings_.search.maximum_results_reached));
        const auto per_page = static_cast<std::uint64_t>(contents_.request.per_page);
        const bool is_cut = reached < contents_.total;
        return static_cast<int>(
            std::max<std::uint64_t>(1, is_cut ? reached / per_page : (reached + per_page - 1) / per_page));
    }

    std::string newest() const {
        std::string newest;
        for (const StoredRecord& record : contents_.records)
            newest = std::max(newest, atom_time(record, contents_.built_at));
        return newest.empty() ? contents_.built_at : newest;
    }

    const AtomContents& contents_;
    const Settings& settings_;
    Labels labels_;
    pugi::xml_document document_;
    pugi::xml_node feed_;
};

}  // namespace

std::string atom_time(const StoredRecord& record, const std::string& built_at) {
    if (!record.changed.empty()) return record.changed;
    const std::string year = year_of(record);
    for (const std::string& date : {record.date, record.date + "-01", year + "-01-01"})
        if (is_iso_date(date)) return date + std::string(midnight);
    return built_at;
}

std::string atom_document(const AtomContents& contents, const Installation& installation) {
    return AtomWriter(contents, installation).write();
}

}  // namespace schakel
