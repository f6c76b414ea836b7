#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include <Poco/Net/IPAddress.h>

#include "searchd/http/http_message.hpp"

namespace schakel {

/// What the log keeps of one answer. Views into what must outlive it.
struct Access {
    const HttpRequest& request;
    const HttpResponse& response;
    const Poco::Net::IPAddress& client;
    std::size_t bytes = 0;  // of the body that is sent
    std::chrono::nanoseconds time{};
};

/// One line of JSON, without personal data: {"adres":"192.0.2.0","methode":"GET","pad":"/v1/kennisproducten","status":200,
/// "bytes":8123,"ms":4.2}. The address is that of the network (`shortened`), the path the pattern of the route or else at most
/// 200 bytes of what was asked for, and what was searched for is left out.
std::string access_line(const Access& access);

/// Puts such a line in the log. Safe from any thread.
void log_access(std::string_view line);

}  // namespace schakel
