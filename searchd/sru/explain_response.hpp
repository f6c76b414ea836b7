#pragma once

#include <string>

#include "analyzers/installation.hpp"
#include "searchd/sru/sru_request.hpp"

namespace schakel {

/// The XML of an explainResponse: a ZeeRex record (explain.z3950.org) of what this server is and can. `server` is its address,
/// "https://zoek.example.org/sru". Pure.
std::string explain_response(const SruRequest& request, const Installation& installation, const std::string& server);

}  // namespace schakel
