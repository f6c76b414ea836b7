#pragma once

#include <chrono>
#include <string>

#include <pugixml.hpp>

#include "searchd/http/http_message.hpp"
#include "searchd/oai/oai_fault.hpp"
#include "searchd/oai/oai_request.hpp"

namespace schakel {

/// An answer of OAI-PMH 2.0 while it is written: when, to which request, and what. One thread.
class OaiDocument {
public:
    /// To a request; `base_url` is where it was asked.
    OaiDocument(const std::string& base_url, std::chrono::sys_seconds now);

    /// Repeats the arguments of a request that was in order.
    void repeat(const QueryParameters& arguments);

    /// The element with the answer to a verb.
    pugi::xml_node add_answer(OaiVerb verb);

    /// The fault in the place of an answer that was begun.
    void replace_by(const OaiFault& fault);

    HttpResponse response() &&;

private:
    pugi::xml_document document_;
    pugi::xml_node root_;
    pugi::xml_node request_;
    pugi::xml_node answer_;
};

}  // namespace schakel
