#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "config/error.hpp"
#include "config/settings.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// The description of the API (OpenAPI 3.0) as `/v1/openapi.json` sends it: as it stands in its file, but with the
/// contact and the address of this installation. Immutable; safe from any thread.
class OpenApiDocument {
public:
    /// `file` is `openapi.json` in the folder of the page; `api_version` what every answer carries. Errors:
    /// not_found, unreadable; malformed when it is no JSON or describes another version.
    static Result<OpenApiDocument> load(const std::filesystem::path& file, std::string_view api_version);

    /// The document with its ETag, or 304 when `request` has it already. `info.contact` names who keeps the site in
    /// `settings`, and `servers` the address that `public_address` gives. Every website may read it.
    HttpResponse answer(const HttpRequest& request, const Settings& settings) const;

private:
    std::string content_of(const std::string& contact, const std::string& servers) const;

    // The text around what an installation fills in.
    std::string before_contact_;
    std::string before_servers_;
    std::string behind_servers_;
};

}  // namespace schakel
