// Any bytes as the query part of a request for knowledge products: a request within its limits, or problems with words.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "searchd/request/request_parser.hpp"
#include "tests/fuzz/installation.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::installation;
using schakel::promise;

void check_request(const schakel::SearchRequest& request) {
    const std::int64_t deepest = installation().settings.search.maximum_results_reached;
    promise(request.page >= 1 && request.per_page >= 1 && request.per_page <= 100, "a page has a number and a size");
    promise(std::int64_t{request.page} * request.per_page <= deepest, "a page is not too deep");
    promise(installation().regions.schemes().contains(request.region_scheme), "a region scheme exists");
    promise(request.facets.size() <= schakel::facet_count, "a facet is counted once");
    for (const std::string& code : request.from_regions)
        promise(installation().regions.find(code) != nullptr, "a place to come from exists");
    const std::vector<std::string>& today = installation().regions.current_municipalities();
    promise(
        request.like_municipality.empty() || std::binary_search(today.begin(), today.end(), request.like_municipality),
        "a municipality to be like exists today");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const schakel::IndexSnapshot empty;
    const std::string_view query{reinterpret_cast<const char*>(bytes), size};
    const auto request = schakel::parse_search_request(schakel::parse_parameters(query), installation(), empty);
    if (request) {
        check_request(*request);
        return 0;
    }
    promise(!request.error().empty(), "a refusal has a reason");
    for (const schakel::ParameterProblem& problem : request.error())
        promise(!problem.message.nl.empty() && !problem.message.en.empty(), "a problem has words in both languages");
    return 0;
}
