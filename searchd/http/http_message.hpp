#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schakel {

inline constexpr std::string_view form_media_type = "application/x-www-form-urlencoded";

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

/// A request as the application sees it. A plain value.
struct HttpRequest {
    std::string method;               // "GET"
    std::string path;                 // raw, percent-encoded, without the query: "/v1/kennisproducten/a%2Fb"
    std::string query;                // raw, behind the question mark
    std::string accept_language;      // header; empty when absent
    std::string if_none_match;        // header, each tag without the W/ of a weak one; empty when absent
    std::string client_address;       // of the client, also behind a trusted proxy: "192.0.2.7"; empty when unknown
    HttpHeaders headers;              // those of `kept_headers`, once each, by lower-case name
    std::string scheme = "http";      // of the address that the client uses: also "https", here or at a trusted proxy
    std::optional<std::string> form;  // what a POST sends as `form_media_type`, raw; other bodies are dropped

    /// The value of a header, by lower-case name; values of lines with the same name are joined with ", ". Empty when absent.
    std::string_view header(std::string_view name) const {
        for (const auto& [key, value] : headers)
            if (key == name) return value;
        return {};
    }
};

/// An answer as the application makes it; the server adds length, date, encoding and connection headers.
struct HttpResponse {
    int status = 200;
    std::string content_type;
    std::string body;
    HttpHeaders headers;
    std::string route;  // pattern of the address, "/v1/kennisproducten/{id}", for log and measurements; not sent
};

}  // namespace schakel
