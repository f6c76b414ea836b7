#include "searchd/http/connection.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <sys/socket.h>

#include <Poco/Net/NetException.h>
#include <spdlog/spdlog.h>

#include "searchd/http/client_address.hpp"

namespace schakel {

namespace {

constexpr std::size_t at_once = 16'384;          // bytes read in one go
constexpr std::size_t most_dropped = 1'048'576;  // bytes of a client that talks on after our last word

}  // namespace

Connection::Connection(const Poco::Net::StreamSocket& socket, std::optional<ConnectionCounts::Place> place,
                       const HttpLimits& limits)
    : socket_(socket),
      peer_(plain(socket.peerAddress().host())),
      place_(std::move(place)),
      limits_(limits),
      arrived_(limits),
      deadline_(Clock::now() + limits.request_time) {
    socket_.setBlocking(false);
    socket_.setNoDelay(true);
}

// recv(2) and send(2) themselves: Poco throws when there is nothing to do yet, which is most of the time here.
Connection::Arrival Connection::receive() {
    std::array<char, at_once> bytes;
    const ssize_t size = ::recv(descriptor(), bytes.data(), bytes.size(), 0);
    if (size == 0) return Arrival::end;
    if (size < 0) return note_failure() ? Arrival::end : Arrival::nothing;
    if (phase_ == Phase::leaving) {
        dropped_ += static_cast<std::size_t>(size);
        return dropped_ > most_dropped ? Arrival::end : Arrival::bytes;
    }
    arrived_.add({bytes.data(), static_cast<std::size_t>(size)});
    set_time_to_ask();
    return Arrival::bytes;
}

/// Whether the last call failed because the line is broken, and not because it has to wait.
bool Connection::note_failure() {
    if (errno == EAGAIN || errno == EINTR) return false;
    spdlog::debug("verbinding verbroken: {}", std::generic_category().message(errno));
    return broken_ = true;
}

/// The time of a request begins at its first byte, and no later byte lengthens it.
void Connection::set_time_to_ask() {
    if (request_is_timed_) return;
    request_is_timed_ = true;
    deadline_ = Clock::now() + limits_.request_time;
}

void Connection::answer(std::string bytes, bool keep_alive) {
    leaving_bytes_ = std::move(bytes);
    sent_ = 0;
    keep_alive_ = keep_alive;
    send();
}

bool Connection::send() {
    while (!is_answered()) {
        const ssize_t size =
            ::send(descriptor(), leaving_bytes_.data() + sent_, leaving_bytes_.size() - sent_, MSG_NOSIGNAL);
        if (size < 0) return !note_failure();
        sent_ += static_cast<std::size_t>(size);
    }
    return true;
}

void Connection::say_goodbye() {
    try {
        socket_.shutdownSend();
    } catch (const Poco::Exception& problem) {
        spdlog::debug("verbinding was al verbroken: {}", problem.displayText());
        broken_ = true;
    }
}

void Connection::enter(Phase phase) {
    phase_ = phase;
    const auto now = Clock::now();
    switch (phase) {
        case Phase::asking:
            leaving_bytes_ = {};
            sent_ = 0;
            request_is_timed_ = has_begun_request();
            deadline_ = now + (request_is_timed_ ? limits_.request_time : limits_.idle_time);
            break;
        case Phase::waiting: deadline_ = Clock::time_point::max(); break;
        case Phase::taking:
            deadline_ = now + limits_.answer_time +
                        std::chrono::milliseconds(1000 * leaving_bytes_.size() / limits_.slowest_reader);
            break;
        case Phase::leaving: deadline_ = now + limits_.farewell; break;
    }
}

}  // namespace schakel
