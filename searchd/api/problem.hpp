#pragma once

#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/request/request_parser.hpp"

namespace schakel {

/// An `application/problem+json` answer (RFC 9457) for an error of ours. Its type is a name that stays:
/// `urn:schakel:fout:` and the name of the error; there is no page behind it (searchd/api/CHANGES.md lists them).
HttpResponse problem_response(const Error& error, Language language);

/// One for a request of which parameters are wrong: status 400, every one of them under `errors`, and a
/// sentence with their names as detail.
HttpResponse problem_response(const std::vector<ParameterProblem>& problems, Language language);

}  // namespace schakel
