#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "config/settings.hpp"

namespace schakel {

/// How much of the server one client, and all of them together, may take. A plain value.
struct HttpLimits {
    std::size_t target_bytes = 8'192;   // of path and query; longer gets 414
    std::size_t header_bytes = 16'384;  // of all header lines together; more gets 431
    std::size_t header_lines = 100;     // more get 431
    std::size_t body_bytes = 65'536;    // a body is read and dropped; a longer one gets 413 …
    std::size_t form_bytes = 16'384;    // … and so does a longer form, which is kept

    std::chrono::milliseconds request_time{10'000};  // from the first byte of a request to its last; later gets 408
    std::chrono::milliseconds idle_time{5'000};      // between an answer and the next request; then the connection ends
    std::chrono::milliseconds answer_time{30'000};   // for the client to take an answer, and more for a long one:
    std::size_t slowest_reader = 8'192;              // bytes in a second that it must take at least
    std::chrono::milliseconds farewell{1'000};       // to read on after a last answer, so that it is not lost

    std::size_t connections = 1024;             // at the same time; more get 503
    std::size_t connections_per_address = 256;  // the same of one address: room for an office behind one address
    std::size_t waiting_requests = 64;          // for a thread; more get 503
    std::size_t threads = 16;                   // that answer requests
};

/// The limits that the settings ask for.
HttpLimits http_limits(const Settings::Server& settings);

}  // namespace schakel
