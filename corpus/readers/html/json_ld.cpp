#include "corpus/readers/html/json_ld.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/readers/html/html_element.hpp"

namespace schakel {

namespace {

constexpr std::size_t largest_documents = std::size_t{4} * 1024 * 1024;  // bytes, of all on a page

bool is_json_ld(const GumboNode& node) {
    return html_tag(node) == GUMBO_TAG_SCRIPT && html_attribute(node, "type").starts_with("application/ld+json");
}

std::string_view script_of(const GumboNode& node) {
    const auto children = html_children(node);
    return children.empty() ? std::string_view{} : html_text_of_node(*children.front());
}

}  // namespace

std::vector<nlohmann::json> json_ld_documents(const HtmlPage& page, HtmlMetadata& metadata) {
    std::vector<nlohmann::json> documents;
    std::size_t size = 0;
    bool is_any_lost = false;
    const auto enter = [&](const GumboNode& node) {
        if (!is_json_ld(node)) return true;
        const std::string_view script = script_of(node);
        size += script.size();
        nlohmann::json document = nlohmann::json::value_t::discarded;
        if (size <= largest_documents) document = nlohmann::json::parse(script, nullptr, false, true);
        is_any_lost = is_any_lost || document.is_discarded();
        if (!document.is_discarded()) documents.push_back(std::move(document));
        return false;
    };
    walk_html(page.document(), enter, [](const GumboNode&) {});
    if (is_any_lost)
        metadata.notice({"niet gelezen: JSON-LD die geen geldige JSON is, of te groot",
                         "not read: JSON-LD that is no valid JSON, or too large"});
    return documents;
}

}  // namespace schakel
