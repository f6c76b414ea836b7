#include "searchd/oai/oai_dublin_core.hpp"

#include "searchd/xml/dublin_core.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

void add_oai_dc(pugi::xml_node parent, const StoredRecord& record, const Installation& installation,
                std::string_view page) {
    pugi::xml_node element = parent.append_child("oai_dc:dc");
    add_attribute(element, "xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/");
    add_attribute(element, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    add_attribute(element, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    add_attribute(element, "xsi:schemaLocation",
                  "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
    add_dublin_core_elements(element, record, installation,
                             {.page = page, .page_is_identifier = false, .recognised = true});
}

}  // namespace schakel
