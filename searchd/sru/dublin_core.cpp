#include "searchd/sru/dublin_core.hpp"

#include "searchd/request/url.hpp"
#include "searchd/xml/dublin_core.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

std::string page_of(const StoredRecord& record, std::string_view product_pages) {
    return std::string(product_pages) + percent_encode(record.id);
}

void add_dublin_core(pugi::xml_node parent, const StoredRecord& record, const Installation& installation,
                     std::string_view product_pages) {
    pugi::xml_node element = parent.append_child("srw_dc:dc");
    add_attribute(element, "xmlns:srw_dc", "info:srw/schema/1/dc-schema");
    add_attribute(element, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    add_dublin_core_elements(element, record, installation, {.page = page_of(record, product_pages)});
}

}  // namespace schakel
