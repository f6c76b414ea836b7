#pragma once

#include <string>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/text.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/request/search_request.hpp"
#include "searchd/request/url.hpp"

namespace schakel {

/// What is wrong with one parameter of a request.
struct ParameterProblem {
    std::string parameter;
    Text message;
};

template <class T>
using Checked = tl::expected<T, std::vector<ParameterProblem>>;

/// Reads the parameters of `/v1/kennisproducten` (the table is in request_parser.cpp). Filter values are codes, or labels and
/// names that are not ambiguous. Every problem of every parameter is reported: unknown and repeated parameters, values out of
/// range, unknown or ambiguous filter values. Pure; safe from any thread.
Checked<SearchRequest> parse_search_request(const QueryParameters& parameters, const Installation& installation,
                                            const IndexSnapshot& snapshot);

/// The text of `/v1/analyse?tekst=`: given once, not empty, UTF-8, at most 10,000 bytes. Pure; safe from any thread.
Checked<std::string> parse_analysis_request(const QueryParameters& parameters);

}  // namespace schakel
