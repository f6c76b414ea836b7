#pragma once

#include <string>

#include "config/settings.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// The address of this installation as the client knows it, without a slash at the end: "https://zoek.example.org". That of the
/// settings; without one, what the request calls it ("http://localhost:8080"). Pure.
std::string public_address(const HttpRequest& request, const Settings& settings);

}  // namespace schakel
