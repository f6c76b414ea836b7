#pragma once

#include <string>

#include "tests/end_to_end/http_client.hpp"

namespace schakel {

/// Sends the requests of a golden case and returns the answers. A line of a script is
///   METHOD TARGET    a request; the target goes over the wire as written, except that spaces and the signs " < > and letters
///                    with accents are percent-encoded, and \xHH stands for a byte
///   Name: value      a header of the request above it
///   = FORM           the form that it sends, as a target is written
///   > PATH           of the answer to the request above only what stands at this path, as `shown_at` explains
/// and per request the result holds the request, status and media type, the headers Allow and API-Version where they matter,
/// and what was asked for: nothing of a page, the whole body of JSON, or the paths. The value of duurMs is shown as <duur>.
/// Throws std::runtime_error on a line that is none of these.
std::string run_http_script(HttpClient& client, const std::string& script);

/// What stands at a path of names joined by dots, in which * means each of an array: `resultaten.*.id`. The values of a facet
/// are shown as a tree, a line each: code, count and status.
std::string shown_at(const nlohmann::ordered_json& object, const std::string& path);

}  // namespace schakel
