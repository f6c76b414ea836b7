#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "config/error.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// The description of the API (OpenAPI 3.0) as `/v1/openapi.json` sends it. Immutable; safe from any thread.
class OpenApiDocument {
public:
    /// `file` is `openapi.json` in the folder of the page; `api_version` what every answer carries. Errors: not_found, unreadable;
    /// malformed when it is no JSON or describes another version.
    static Result<OpenApiDocument> load(const std::filesystem::path& file, std::string_view api_version);

    /// The document with its ETag, or 304 when `request` has it already. Every website may read it.
    HttpResponse answer(const HttpRequest& request) const;

private:
    std::string content_;
    std::string etag_;  // strong, with its quotation marks
};

}  // namespace schakel
