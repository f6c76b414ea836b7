#include "corpus/harvesters/sitemap_file.hpp"

#include <algorithm>

#include <pugixml.hpp>

#include "config/xml_file.hpp"
#include "corpus/harvesters/gzip.hpp"
#include "corpus/harvesters/xml_text.hpp"

namespace schakel {
namespace {

constexpr std::string_view diwoo_namespace = "https://standaarden.overheid.nl/diwoo/metadata/";

std::string text_of_child(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node node : parent.children())
        if (XmlFile::local_name(node) == name) return XmlFile::text_of(node);
    return {};
}

/// Whether an entry is, or directly holds, an element of DiWoo.
bool holds_diwoo(const XmlFile& file, pugi::xml_node entry) {
    if (file.namespace_of(entry) == diwoo_namespace) return true;
    return std::ranges::any_of(entry.children(), [&](pugi::xml_node node) {
        return XmlFile::local_name(node) == "Document" ||
               std::string_view(node.name()).starts_with("diwoo:");  // its namespace may be declared on itself
    });
}

void read_entry(const XmlFile& file, pugi::xml_node node, SitemapFile& sitemap) {
    SitemapEntry entry{text_of_child(node, "loc"), text_of_child(node, "lastmod"), {}};
    if (entry.location.empty()) {
        ++sitemap.without_location;
        return;
    }
    if (holds_diwoo(file, node)) entry.record = cut_out(node);
    sitemap.entries.push_back(std::move(entry));
}

Result<SitemapFile> read_xml(const XmlFile& file) {
    const std::string_view root = XmlFile::local_name(file.root());
    if (root != "sitemapindex" && root != "urlset" && root != "Documents")
        return fail(
            ErrorCode::malformed, at_place(file.name(), {"dit is geen sitemap", "this is not a sitemap"}),
            {"geef het adres van de site of van een sitemap.xml", "give the address of the site or of a sitemap.xml"});
    SitemapFile sitemap;
    for (const pugi::xml_node node : file.root().children()) {
        const std::string_view name = XmlFile::local_name(node);
        if (name == "sitemap")
            sitemap.sitemaps.push_back(text_of_child(node, "loc"));
        else if (name == "url" || name == "Document")
            read_entry(file, node, sitemap);
    }
    return sitemap;
}

SitemapFile read_lines(std::string_view text) {
    SitemapFile sitemap;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        if (end > 0) sitemap.entries.push_back({std::string(text.substr(0, end)), {}, {}});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return sitemap;
}

tl::unexpected<Error> broken_gzip(const std::string& url) {
    return fail(ErrorCode::malformed, at_place(url, {"de sitemap kan niet worden uitgepakt, of is uitgepakt te groot",
                                                     "the sitemap cannot be decompressed, or is too large then"}));
}

bool is_plain_text(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

}  // namespace

Result<SitemapFile> parse_sitemap(const std::string& url, std::string_view body, std::string_view content_type,
                                  std::size_t limit) {
    Unzipped unzipped;
    if (is_gzip(body)) {
        unzipped = unzip(body, limit);
        if (unzipped.fault) return broken_gzip(url);
        body = unzipped.bytes;
    }
    const Result<DecodedText> text = decode_xml(url, body, content_type);
    if (!text) return tl::unexpected(text.error());
    if (is_plain_text(text->utf8)) return read_lines(text->utf8);
    const Result<XmlFile> file = parse_served_xml(url, text->utf8);
    if (!file) return tl::unexpected(file.error());
    return read_xml(*file);
}

}  // namespace schakel
