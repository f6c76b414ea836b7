#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace schakel {

/// What a style of a Word document says about the text in it, with what it has from the styles it is based on.
struct DocxStyle {
    enum class Role { body, title, heading, contents };  // contents: a line or the head of a table of contents
    Role role = Role::body;
    int level = 0;  // of a heading, from 1
    bool is_list = false;
    std::optional<bool> hidden;  // absent = as the text around it
    std::string language;        // empty = as the text around it
};

/// The styles of a Word document (ECMA-376 part 1, 17.7). Immutable; safe from any thread.
class DocxStyles {
public:
    /// `root` is <w:styles>, or empty for a document without styles.
    explicit DocxStyles(const pugi::xml_node& root);

    /// The style of a paragraph by its id; the default one for an empty or unknown id.
    const DocxStyle& paragraph(std::string_view id) const;

    /// The style of a run by its id; one that says nothing for an empty or unknown id.
    const DocxStyle& character(std::string_view id) const;

    /// Language of the document as a whole; empty when it does not say.
    const std::string& language() const { return language_; }

private:
    std::unordered_map<std::string, DocxStyle> styles_;
    std::string default_paragraph_;
    std::string language_;
    DocxStyle nothing_;
};

}  // namespace schakel
