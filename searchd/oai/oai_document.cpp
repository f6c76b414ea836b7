#include "searchd/oai/oai_document.hpp"

#include "config/utc_time.hpp"
#include "searchd/xml/xml_text.hpp"

namespace schakel {

OaiDocument::OaiDocument(const std::string& base_url, std::chrono::sys_seconds now) {
    root_ = document_.append_child("OAI-PMH");
    add_attribute(root_, "xmlns", "http://www.openarchives.org/OAI/2.0/");
    add_attribute(root_, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    add_attribute(root_, "xsi:schemaLocation",
                  "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd");
    add_element(root_, "responseDate", utc_time(now));
    request_ = add_element(root_, "request", base_url);
}

void OaiDocument::repeat(const QueryParameters& arguments) {
    for (const auto& [name, value] : arguments) add_attribute(request_, name.c_str(), value);
}

pugi::xml_node OaiDocument::add_answer(OaiVerb verb) {
    answer_ = root_.append_child(name_of(verb));
    return answer_;
}

void OaiDocument::replace_by(const OaiFault& fault) {
    if (answer_) root_.remove_child(answer_);
    add_attribute(add_element(root_, "error", fault.message), "code", fault.code);
}

HttpResponse OaiDocument::response() && { return {200, "text/xml; charset=utf-8", xml_text(document_), {}}; }

}  // namespace schakel
