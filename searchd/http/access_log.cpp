#include "searchd/http/access_log.hpp"

#include <cmath>

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include "searchd/http/client_address.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_path = 200;  // bytes

double milliseconds(std::chrono::nanoseconds time) {
    return std::round(std::chrono::duration<double, std::micro>(time).count()) / 1000;
}

}  // namespace

std::string access_line(const Access& access) {
    const std::string& route = access.response.route;
    const nlohmann::ordered_json line{{"adres", shortened(access.client)},
                                      {"methode", access.request.method},
                                      {"pad", route.empty() ? access.request.path.substr(0, longest_path) : route},
                                      {"status", access.response.status},
                                      {"bytes", access.bytes},
                                      {"ms", milliseconds(access.time)}};
    return line.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
}

void log_access(std::string_view line) { spdlog::info("{}", line); }

}  // namespace schakel
