#include "searchd/request/public_address.hpp"

#include <string_view>

#include <fmt/format.h>

namespace schakel {

std::string public_address(const HttpRequest& request, const Settings& settings) {
    std::string_view configured = settings.server.public_url;
    while (configured.ends_with('/')) configured.remove_suffix(1);
    if (!configured.empty()) return std::string(configured);
    const std::string_view host = request.header("host");
    return fmt::format("{}://{}", request.scheme, host.empty() ? "localhost" : host);
}

}  // namespace schakel
