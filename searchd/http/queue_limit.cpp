#include "searchd/http/queue_limit.hpp"

#include <array>
#include <string>

#include <Poco/Net/StreamSocket.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "searchd/api/problem.hpp"

namespace schakel {

namespace {

constexpr int retry_after = 1;                         // seconds
constexpr Poco::Timespan::TimeDiff patience = 20'000;  // microseconds; every one holds up the next connection

const std::string& refusal() {
    static const std::string text = [] {
        const HttpResponse response = problem_response({ErrorCode::overloaded,
                                                        {"het is te druk", "there are too many requests"},
                                                        {"probeer het zo weer", "try again in a moment"}},
                                                       Language::dutch);
        return fmt::format(
            "HTTP/1.1 503 Service Unavailable\r\nContent-Type: {}\r\nContent-Length: {}\r\nRetry-After: "
            "{}\r\nConnection: close\r\n\r\n{}",
            response.content_type, response.body.size(), retry_after, response.body);
    }();
    return text;
}

}  // namespace

bool QueueLimit::accept(const Poco::Net::StreamSocket& accepted) {
    if (server_.queuedConnections() < most_queued_) return true;
    try {
        Poco::Net::StreamSocket socket(accepted);
        // What the client has sent is read, or closing would take our answer back from it.
        std::array<char, 4096> request;
        if (socket.poll(Poco::Timespan(patience), Poco::Net::Socket::SELECT_READ))
            socket.receiveBytes(request.data(), request.size());
        socket.sendBytes(refusal().data(), static_cast<int>(refusal().size()));
        socket.shutdownSend();
    } catch (const Poco::Exception& broken) {
        spdlog::debug("verbinding verbroken: {}", broken.displayText());
    }
    return false;
}

}  // namespace schakel
