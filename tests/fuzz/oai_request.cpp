// Any bytes as the query part of a request to the repository: a request that is whole, or a fault of the protocol; and as a
// resumptionToken: refused unless we gave it out.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "searchd/oai/resumption_token.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

void check_request(std::string_view query) {
    const auto request = schakel::parse_oai_request(query);
    if (!request) {
        const std::string_view code = request.error().code;
        promise(code == "badVerb" || code == "badArgument", "a request is refused in the words of the protocol");
        promise(!request.error().message.empty(), "a refusal has a reason");
        return;
    }
    promise(!request->arguments.empty(), "a request has a verb");
    promise(!request->range.from || !request->range.until || *request->range.from <= *request->range.until,
            "a range does not end before it begins");
}

void check_token(std::string_view token) {
    const auto point = schakel::parse_resumption_token(token);
    if (!point) return promise(point.error().code == "badResumptionToken", "a token is refused as such");
    const auto again = schakel::parse_resumption_token(schakel::resumption_token(*point));
    promise(again && *again == *point, "a token means one point");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    check_request(text);
    check_token(text);
    return 0;
}
