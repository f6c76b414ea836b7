#include "searchd/xml/xml_text.hpp"

#include "searchd/xml/plain_line.hpp"

namespace schakel {

namespace {

class StringWriter : public pugi::xml_writer {
public:
    void write(const void* bytes, std::size_t size) override { text_.append(static_cast<const char*>(bytes), size); }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

}  // namespace

std::string xml_text(pugi::xml_document& document) {
    pugi::xml_node declaration = document.prepend_child(pugi::node_declaration);
    add_attribute(declaration, "version", "1.0");
    add_attribute(declaration, "encoding", "UTF-8");
    return xml_fragment(document);
}

std::string xml_fragment(const pugi::xml_document& document) {
    StringWriter writer;
    document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return writer.take();
}

pugi::xml_node add_root(pugi::xml_document& document, const char* name, const char* default_namespace) {
    pugi::xml_node root = document.append_child(name);
    root.append_attribute("xmlns") = default_namespace;
    return root;
}

pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view text) {
    pugi::xml_node element = parent.append_child(name);
    element.text().set(plain_line(text).c_str());
    return element;
}

void add_known_element(pugi::xml_node parent, const char* name, std::string_view text) {
    if (!text.empty()) add_element(parent, name, text);
}

void add_attribute(pugi::xml_node element, const char* name, std::string_view value) {
    element.append_attribute(name).set_value(plain_line(value).c_str());
}

}  // namespace schakel
