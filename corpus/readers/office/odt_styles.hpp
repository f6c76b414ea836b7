#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace schakel {

/// What a style of an OpenDocument text says about the text in it, with what it has from the styles it is based on.
struct OdtStyle {
    bool is_title = false;
    bool is_hidden = false;
};

/// The styles of paragraphs and characters of an OpenDocument text (OpenDocument 1.3 part 3, 16.2). Immutable; safe
/// from any thread.
class OdtStyles {
public:
    /// `content` and `styles` are the roots of content.xml and styles.xml; the second may be empty.
    OdtStyles(const pugi::xml_node& content, const pugi::xml_node& styles);

    /// A style by its name; one that says nothing when it is unknown.
    OdtStyle paragraph(std::string_view name) const { return find("paragraph", name); }
    OdtStyle character(std::string_view name) const { return find("text", name); }

    /// Language of the document as a whole; empty when it does not say.
    const std::string& language() const { return language_; }

private:
    OdtStyle find(std::string_view family, std::string_view name) const;

    std::unordered_map<std::string, OdtStyle> styles_;  // by family, '/' and name
    std::string language_;
};

}  // namespace schakel
