#pragma once

#include <string_view>

#include "config/error.hpp"
#include "searchd/request/request_parser.hpp"

namespace schakel {

/// Parameters as a form sends them, and what is wrong with them in the names of the form. Pure functions, safe from any thread.

/// The parameters in the query part of an address: fields that were left empty say nothing.
QueryParameters filled_in(std::string_view query);

/// What the page calls a parameter of its form: "vanuitRegio" → "Uw gemeente of regio". The parameter itself when the form does not
/// have it.
std::string_view name_of_parameter(std::string_view parameter, Language language);

/// What a page calls an error of this kind at its head. What an API calls a parameter is a field or an address here.
std::string_view heading_of_error(ErrorCode code, Language language);

/// All problems in one error, each on a line behind the name of its field: "Vanaf: …".
Error wrong_form(const std::vector<ParameterProblem>& problems);

}  // namespace schakel
