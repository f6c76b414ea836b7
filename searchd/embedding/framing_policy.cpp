#include "searchd/embedding/framing_policy.hpp"

#include "config/origin_list.hpp"

namespace schakel {

std::string framing_policy(std::string_view embedders) {
    const std::string policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    const auto origins = OriginList::parse(embedders);
    return !origins || origins->empty() ? policy : policy + ' ' + origins->text();
}

}  // namespace schakel
