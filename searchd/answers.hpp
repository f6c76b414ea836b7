#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "config/error.hpp"
#include "config/settings.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/page/page_context.hpp"
#include "searchd/route.hpp"

namespace schakel {

/// Answers that several routes give. Pure; safe from any thread.
inline HttpResponse json_response(std::string body) { return {200, "application/json", std::move(body), {}}; }
inline HttpResponse html_response(int status, std::string body) {
    return {status, "text/html; charset=utf-8", std::move(body), {}};
}

/// What a page tells of where it is, and in which language. Pure.
PageContext page_context(const Call& call, const Settings& settings);

/// The error of an address that does not exist.
Error no_such_route(std::string_view path);

/// The error of a product that is not in the index.
Error no_such_product(std::string_view id);

/// The refusal of a request with parameters, for an address that takes none; nothing when it has none. Pure.
std::optional<HttpResponse> refused_parameters(const Call& call);

}  // namespace schakel
