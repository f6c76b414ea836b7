#pragma once

#include <string>

#include "config/text.hpp"
#include "searchd/http/header_text.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// An answer of JSON whose labels and messages are in `language`. Pure.
inline HttpResponse api_response(std::string body, Language language) {
    HttpResponse response{200, "application/json", std::move(body), {}, {}};
    add_content_language(response, language);
    return response;
}

}  // namespace schakel
