#include "corpus/readers/html/html_microdata.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/readers/html/html_element.hpp"

namespace schakel {

namespace {

using nlohmann::json;

constexpr std::size_t deepest = 16;

/// "https://schema.org/Article" → "Article"; empty for other vocabularies.
std::string_view schema_type(const GumboNode& element) {
    std::string_view type = html_attribute(element, "itemtype");
    type = type.substr(0, type.find(' '));
    const std::size_t found = type.find("schema.org/");
    return found == std::string_view::npos ? std::string_view{} : type.substr(found + 11);
}

/// The value of a property that is no item (section 5.2.4).
std::string value_of(const GumboNode& element) {
    constexpr std::array<const char*, 5> attributes{"content", "datetime", "href", "src", "data"};
    for (const char* const attribute : attributes)
        if (has_html_attribute(element, attribute)) return std::string{html_attribute(element, attribute)};
    return html_line_of(element);
}

void add_to(json& item, std::string_view property, json value) {
    json& place = item[std::string{property}];
    if (place.is_null()) place = json::array();
    place.push_back(std::move(value));
}

struct OpenItem {
    const GumboNode* element;
    std::string property;  // of the item around it; empty = none
    json values;
};

class ItemReader {
public:
    bool enter(const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEMPLATE) return false;
        if (!is_html_element(node)) return true;
        const std::string_view property = html_attribute(node, "itemprop");
        if (has_html_attribute(node, "itemscope")) return open(node, property);
        if (open_.empty() || property.empty()) return true;
        if (property == "articleBody" || property == "text") return true;  // read as the text of the page
        add_to(open_.back().values, property, value_of(node));
        return is_list_of_values(node);
    }

    void leave(const GumboNode& node) {
        if (open_.empty() || open_.back().element != &node) return;
        OpenItem item = std::move(open_.back());
        open_.pop_back();
        if (!item.property.empty() && !open_.empty())
            return add_to(open_.back().values, item.property, std::move(item.values));
        if (item.values.contains("@type")) items_.push_back(std::move(item.values));
    }

    std::vector<json> take() && { return std::move(items_); }

private:
    /// Text was taken as a whole, so that looking for properties in it again and again costs nothing; an attribute was not.
    static bool is_list_of_values(const GumboNode& node) { return has_html_attribute(node, "content"); }

    bool open(const GumboNode& node, std::string_view property) {
        if (open_.size() == deepest) return false;
        json values = json::object();
        if (const std::string_view type = schema_type(node); !type.empty()) values["@type"] = std::string{type};
        open_.push_back({&node, std::string{property}, std::move(values)});
        return true;
    }

    std::vector<OpenItem> open_;
    std::vector<json> items_;
};

}  // namespace

std::vector<json> html_microdata(const HtmlPage& page) {
    ItemReader reader;
    walk_html(
        page.document(), [&](const GumboNode& node) { return reader.enter(node); },
        [&](const GumboNode& node) { reader.leave(node); });
    return std::move(reader).take();
}

}  // namespace schakel
