#pragma once

#include <string>

#include "searchd/http/http_message.hpp"

namespace schakel {

/// What the connection adds to an answer.
struct Delivery {
    bool is_head = false;     // the request was HEAD: the body stays here, its length is told
    bool keep_alive = false;  // whether another request may follow
};

/// An answer as it goes over the line (RFC 9112). Header values are taken without line breaks, so that none can add a header.
std::string response_bytes(const HttpResponse& response, const Delivery& delivery);

}  // namespace schakel
