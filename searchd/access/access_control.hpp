#pragma once

#include <memory>
#include <optional>

#include "config/error.hpp"
#include "config/settings.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// Who may ask what, and how often: keys, limits per key and per network, origins of scripts (CORS). Safe from any thread.
class AccessControl {
public:
    /// Errors: those of reading the file of keys; config_invalid for an origin that is none.
    static Result<std::unique_ptr<AccessControl>> create(const Settings& settings);

    /// The answer to who may not ask this, or not now; nothing when the request goes on. Preflights are answered here too.
    std::optional<HttpResponse> refusal(const HttpRequest& request);

    /// Adds what an answer says of limits and origins.
    void add_headers(const HttpRequest& request, HttpResponse& response) const;
};

}  // namespace schakel
