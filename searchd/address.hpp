#pragma once

#include <string_view>

namespace schakel {

/// What holds for an address whether or not something is there. A path is as it came over the line: "/v1/kennisproducten/a%2Fb".
/// Pure; safe from any thread.

/// Whether it is that folder, or in it.
bool is_below(std::string_view path, std::string_view folder);

/// Whether programs ask there, who want an answer of their protocol and no page, also when something is wrong.
bool is_for_programs(std::string_view path);

/// Whether a request may stand in a form that is sent there, as OAI-PMH 2.0 (section 3.1.1.2) and SRU 2.0
/// have it.
bool takes_forms(std::string_view path);

/// The methods that it knows, as the headers Allow and Access-Control-Allow-Methods list them.
std::string_view methods_of(std::string_view path);

/// Whether it knows this one: "GET".
bool knows_method(std::string_view path, std::string_view method);

}  // namespace schakel
