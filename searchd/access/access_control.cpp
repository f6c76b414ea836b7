#include "searchd/access/access_control.hpp"

namespace schakel {

Result<std::unique_ptr<AccessControl>> AccessControl::create(const Settings&) {
    return std::make_unique<AccessControl>();
}

std::optional<HttpResponse> AccessControl::refusal(const HttpRequest&) { return std::nullopt; }

void AccessControl::add_headers(const HttpRequest&, HttpResponse&) const {}

}  // namespace schakel
