#pragma once

#include <string>
#include <utility>
#include <vector>

namespace schakel {

/// A request as the application sees it. A plain value.
struct HttpRequest {
    std::string method;           // "GET"
    std::string path;             // raw, percent-encoded, without the query: "/v1/kennisproducten/a%2Fb"
    std::string query;            // raw, behind the question mark
    std::string accept_language;  // header; empty when absent
    std::string if_none_match;    // header; empty when absent
};

/// An answer as the application makes it; the server adds length, date and connection headers.
struct HttpResponse {
    int status = 200;
    std::string content_type;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

}  // namespace schakel
