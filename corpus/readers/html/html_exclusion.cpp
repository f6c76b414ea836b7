#include "corpus/readers/html/html_exclusion.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/readers/html/html_element.hpp"

namespace schakel {

namespace {

constexpr std::array<std::string_view, 9> leaving_roles{
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar"};

/// Names of classes and ids, in lower case, that content management systems and documentation tools give to what stands around
/// a text.
constexpr std::array<std::string_view, 70> leaving_names{"nav",
                                                         "navbar",
                                                         "navigation",
                                                         "navheader",
                                                         "navfooter",
                                                         "navigatie",
                                                         "menu",
                                                         "mainmenu",
                                                         "main-menu",
                                                         "hoofdmenu",
                                                         "submenu",
                                                         "topbar",
                                                         "sidebar",
                                                         "sidebar-left",
                                                         "sidebar-right",
                                                         "sphinxsidebar",
                                                         "zijbalk",
                                                         "breadcrumb",
                                                         "breadcrumbs",
                                                         "crumbs",
                                                         "crumb",
                                                         "kruimelpad",
                                                         "broodkruimel",
                                                         "broodkruimels",
                                                         "kruimelspoor",
                                                         "skip-link",
                                                         "skiplink",
                                                         "skip-links",
                                                         "skiplinks",
                                                         "screen-reader-text",
                                                         "visually-hidden",
                                                         "visuallyhidden",
                                                         "sr-only",
                                                         "pager",
                                                         "pagination",
                                                         "paginering",
                                                         "share",
                                                         "sharing",
                                                         "social",
                                                         "socials",
                                                         "social-share",
                                                         "sharedaddy",
                                                         "share-buttons",
                                                         "deelknoppen",
                                                         "delen",
                                                         "addtoany_share_save_container",
                                                         "related-posts",
                                                         "jp-relatedposts",
                                                         "gerelateerd",
                                                         "comments",
                                                         "comment-respond",
                                                         "reacties",
                                                         "mw-editsection",
                                                         "mw-jump-link",
                                                         "mw-navigation",
                                                         "catlinks",
                                                         "printfooter",
                                                         "noprint",
                                                         "no-print",
                                                         "siteheader",
                                                         "site-header",
                                                         "sitefooter",
                                                         "site-footer",
                                                         "page-footer",
                                                         "paginavoet",
                                                         "footer",
                                                         "headerlink",
                                                         "toc",
                                                         "table-of-contents",
                                                         "inhoudsopgave"};

constexpr std::array<std::string_view, 6> leaving_starts{"cookie", "breadcrumb", "kruimelpad",
                                                         "gdpr-",  "consent-",   "newsletter-"};

bool is_leaving_name(const std::string& name) {
    return std::ranges::find(leaving_names, name) != leaving_names.end() ||
           std::ranges::any_of(leaving_starts, [&](std::string_view start) { return name.starts_with(start); });
}

bool has_leaving_role(const GumboNode& element) {
    const std::vector<std::string> roles = html_words(html_attribute(element, "role"));
    return !roles.empty() && std::ranges::find(leaving_roles, roles.front()) != leaving_roles.end();
}

/// style="display: none"
bool is_hidden_by_style(const GumboNode& element) {
    std::string style;
    for (const std::string& part : html_words(html_attribute(element, "style"))) style += part;
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

/// Gumbo does not know this element by a tag of its own.
bool is_dialog(const GumboNode& element) {
    if (html_tag(element) != GUMBO_TAG_UNKNOWN) return false;
    GumboStringPiece name = element.v.element.original_tag;
    gumbo_tag_from_original_text(&name);
    const auto words = html_words({name.data, name.length});
    return !words.empty() && words.front() == "dialog";
}

bool is_around_everything(GumboTag tag) {
    return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE;
}

}  // namespace

HtmlWordCounts::HtmlWordCounts(const GumboNode& document) {
    const auto enter = [&](const GumboNode& node) {
        if (is_no_html_text(node)) return false;
        total_ += word_count(html_text_of_node(node));
        if (is_html_element(node)) words_.emplace(&node, total_);
        return !html_children(node).empty();
    };
    const auto leave = [&](const GumboNode& node) {
        if (const auto found = words_.find(&node); found != words_.end()) found->second = total_ - found->second;
    };
    walk_html(document, enter, leave);
}

std::size_t HtmlWordCounts::in(const GumboNode& element) const {
    const bool is_counted = !html_children(element).empty();  // what has nothing in it was not left either
    const auto found = words_.find(&element);
    return !is_counted || found == words_.end() ? 0 : found->second;
}

bool HtmlExclusion::has_leaving_name(const GumboNode& element) const {
    for (const char* const attribute : {"class", "id"})
        if (std::ranges::any_of(html_words(html_attribute(element, attribute)), is_leaving_name)) return true;
    return false;
}

/// What opens on a click is often hidden from screen readers until then, so that mark is only believed of small things.
bool HtmlExclusion::is_hidden(const GumboNode& element) const {
    constexpr std::size_t most_words_of_an_ornament = 20;
    if (has_html_attribute(element, "hidden")) return html_attribute(element, "hidden") != "until-found";
    if (html_attribute(element, "aria-hidden") == "true") return counts_.in(element) <= most_words_of_an_ornament;
    return is_hidden_by_style(element);
}

bool HtmlExclusion::leaves_out(const GumboNode& element, bool in_section) const {
    if (is_no_html_text(element)) return true;
    if (!is_html_element(element)) return false;
    if (is_dialog(element)) return true;
    switch (html_tag(element)) {
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_DATALIST:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_INPUT: return true;
        case GUMBO_TAG_FORM: return is_minor(element) || is_hidden(element);  // some systems put the whole page in one
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_FOOTER:
            if (!in_section && is_minor(element)) return true;
            break;
        default: break;
    }
    if (is_around_everything(html_tag(element))) return false;
    if (has_leaving_role(element) || is_hidden(element)) return true;
    return has_leaving_name(element) && is_minor(element);
}

}  // namespace schakel
