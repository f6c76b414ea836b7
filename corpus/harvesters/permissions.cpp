#include "corpus/harvesters/permissions.hpp"

#include "corpus/harvesters/http_failure.hpp"

namespace schakel {
namespace {

constexpr std::string_view product_token = "schakel";

HarvestRefusal refusal(RefusalKind kind, std::string location) { return {kind, std::move(location), {}}; }

}  // namespace

void Permissions::fetch_robots(const std::string& origin, Site& site) {
    const auto answer = client_.get({.url = origin + "/robots.txt"});
    if (answer && answer->status == 200) {
        site.robots = Robots::parse(answer->body, product_token);
        return;
    }
    if (answer && answer->status >= 400 && answer->status < 500) return;
    site.robots_failure = answer ? unexpected_status(*answer).message : answer.error().error.message;
}

TdmReservations Permissions::fetch_reservations(const std::string& origin) {
    const std::string url = origin + "/.well-known/tdmrep.json";
    const auto answer = client_.get({.url = url});
    if (!answer || answer->status != 200) return {};
    // Sites that answer everything with a page of their own give no JSON here; that is no reservation.
    return TdmReservations::parse(url, answer->body).value_or(TdmReservations());
}

const Permissions::Site& Permissions::site_of(const HttpAddress& address) {
    const std::string origin = address.origin();
    if (const auto known = sites_.find(origin); known != sites_.end()) return known->second;
    Site site;
    fetch_robots(origin, site);
    if (const auto delay = site.robots.crawl_delay()) client_.slow_down(address, *delay);
    if (!agreed_) site.reservations = fetch_reservations(origin);
    return sites_.emplace(origin, std::move(site)).first->second;
}

std::optional<HarvestRefusal> Permissions::refusal_of(const HttpAddress& address) {
    const Site& site = site_of(address);
    if (agreed_) return std::nullopt;
    if (!site.robots_failure.empty())
        return HarvestRefusal{RefusalKind::unavailable, address.to_text(), site.robots_failure};
    if (!site.robots.allows(address.target)) return refusal(RefusalKind::robots, address.to_text());
    if (site.reservations.reserve(address.target)) return refusal(RefusalKind::tdm_reservation, address.to_text());
    return std::nullopt;
}

Error not_to_be_harvested(const std::string& url, const HarvestRefusal& refusal) {
    if (refusal.kind == RefusalKind::unavailable)
        return {ErrorCode::unreadable,
                at_place(url, {"robots.txt is niet te lezen, dus is niet bekend of de bron geoogst mag worden",
                               "robots.txt cannot be read, so it is not known whether the source may be harvested"}),
                {"controleer het adres en het netwerk, of probeer het later opnieuw",
                 "check the address and the network, or try again later"}};
    return {ErrorCode::unreadable,
            at_place(url, {"de bron wil niet geoogst worden", "the source does not want to be harvested"}),
            {"spreek met de beheerder af dat het mag, en zeg dat in de instellingen van de bron",
             "agree with its keeper that it is allowed, and say so in the settings of the source"}};
}

std::optional<HarvestRefusal> Permissions::refusal_of(const HttpAnswer& answer) const {
    if (agreed_) return std::nullopt;
    switch (opt_out_of(answer)) {
        case OptOut::tdm_reservation: return refusal(RefusalKind::tdm_reservation, answer.url);
        case OptOut::no_index: return refusal(RefusalKind::no_index, answer.url);
        case OptOut::none: break;
    }
    return std::nullopt;
}

}  // namespace schakel
