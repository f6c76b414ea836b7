#include "searchd/embedding/framing_policy.hpp"

#include <sstream>

namespace schakel {

namespace {

bool is_origin(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(";,'\"") == std::string_view::npos;
}

}  // namespace

std::string framing_policy(std::string_view embedders) {
    std::string policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    std::istringstream origins{std::string{embedders}};
    for (std::string origin; origins >> origin;)
        if (is_origin(origin)) policy += " " + origin;
    return policy;
}

}  // namespace schakel
