#include "searchd/sru/sru_request.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/golden/golden.hpp"

namespace schakel {
namespace {

std::string_view name_of(SruOperation operation) {
    static constexpr std::array<std::string_view, 4> names{"explain", "search", "scan", "unknown"};
    return names[static_cast<std::size_t>(operation)];
}

std::string text_of(const FacetWish& wish) {
    return fmt::format("facet {} = {}: {} from {}, {}", wish.index, field(wish.facet).name, wish.most, wish.first,
                       wish.order == FacetTermOrder::alphabet ? "by name" : "by hits");
}

std::string to_text(const SruRequest& request) {
    std::string text = fmt::format("{} {}", name_of(request.version), name_of(request.operation));
    if (!request.query.empty()) text += fmt::format(", {} [{}]", request.plain_words ? "words" : "cql", request.query);
    text += fmt::format(", {} from {}", request.most, request.first);
    if (request.packing == RecordPacking::string) text += ", as string";
    for (const FacetWish& wish : request.facets) text += '\n' + text_of(wish);
    for (const Diagnostic& problem : request.problems)
        text += fmt::format("\n{} [{}]", static_cast<int>(problem.code), problem.details);
    return text;
}

/// The input is a query string, its parameters on lines of their own.
std::string request_text(const std::string& input) {
    std::string query = input;
    std::replace(query.begin(), query.end(), '\n', '&');
    return to_text(parse_sru_request(parse_parameters(query)));
}

}  // namespace

TEST_CASE("the parameters of SRU are read, or every problem is told", "[golden]") {
    CHECK_GOLDEN("sru/request", request_text);
}

TEST_CASE("a hundred parameters are enough for anybody") {
    QueryParameters many(101, {"x-a", "b"});
    CHECK(parse_sru_request(many).problems.size() == 1);
    many.pop_back();
    CHECK(parse_sru_request(many).problems.empty());
}

}  // namespace schakel
