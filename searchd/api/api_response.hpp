#pragma once

#include <string>

#include "config/text.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// Says in which language the labels and messages of an answer are.
inline void add_content_language(HttpResponse& response, Language language) {
    response.headers.emplace_back("Content-Language", language == Language::english ? "en" : "nl");
}

/// An answer of JSON whose labels and messages are in `language`. Pure.
inline HttpResponse api_response(std::string body, Language language) {
    HttpResponse response{200, "application/json", std::move(body), {}, {}};
    add_content_language(response, language);
    return response;
}

}  // namespace schakel
