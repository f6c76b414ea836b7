// Any bytes as robots.txt, tdmrep.json, the head of a page, an address, a state and the origin of a page: small files and texts
// of a site that are read on the way to its pages.
#include <cstddef>
#include <cstdint>
#include <string>

#include "corpus/harvesters/harvest_state.hpp"
#include "corpus/harvesters/harvested_page.hpp"
#include "corpus/harvesters/http_address.hpp"
#include "corpus/harvesters/http_client.hpp"
#include "corpus/harvesters/oai_date.hpp"
#include "corpus/harvesters/opt_out.hpp"
#include "corpus/harvesters/robots.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

/// The text up to the first line end serves as the target that is asked about.
std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

void check_robots(std::string_view text) {
    const schakel::Robots robots = schakel::Robots::parse(text, "schakel");
    promise(robots.allows("/robots.txt"), "robots.txt itself may be fetched");
    robots.allows(first_line(text));
    promise(robots.sitemaps().size() <= 1000, "sitemaps are limited");
}

void check_address(std::string_view text) {
    const auto address = schakel::parse_http_address(first_line(text));
    if (address) promise(schakel::parse_http_address(address->to_text()) == address, "an address is what it says");
    const schakel::HttpAddress base{true, "www.voorbeeld.nl", 443, "/map/pagina"};
    const auto resolved = schakel::resolve_http_address(base, first_line(text));
    if (resolved)
        promise(schakel::parse_http_address(resolved->to_text()) == resolved, "a reference becomes an address");
}

void check_state(std::string_view text) {
    const auto state = schakel::parse_harvest_state("stand", text);
    if (state)
        promise(schakel::parse_harvest_state("stand", schakel::to_json(*state)).value() == *state,
                "a state stays the same");
    const auto page = schakel::parse_harvested_page(text);
    if (page) promise(schakel::parse_harvested_page(schakel::to_json(*page)) == page, "an origin stays the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    check_robots(text);
    check_address(text);
    check_state(text);
    if (const auto reservations = schakel::TdmReservations::parse("tdmrep.json", text))
        reservations->reserve(first_line(text));
    schakel::opt_out_in_html(text);
    schakel::parse_retry_after(first_line(text), {});
    if (const auto date = schakel::parse_oai_date(first_line(text)))
        promise(schakel::parse_oai_date(schakel::oai_date(*date, true)) == date, "a date stays the same");
    return 0;
}
