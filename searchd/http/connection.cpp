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

using Outcome = LineStep::Outcome;

// Bytes read in one go: a whole record of TLS, so that none stays inside where the socket watch does not see it.
constexpr std::size_t at_once = 16'384;
constexpr std::size_t most_dropped = 1'048'576;  // bytes of a client that talks on after our last word

}  // namespace

Connection::Connection(const Poco::Net::StreamSocket& socket, std::optional<ConnectionCounts::Place> place,
                       const HttpLimits& limits, const TlsIdentity* identity)
    : socket_(socket),
      peer_(plain(socket.peerAddress().host())),
      place_(std::move(place)),
      limits_(limits),
      arrived_(limits),
      deadline_(Clock::now() + limits.request_time) {
    socket_.setBlocking(false);
    socket_.setNoDelay(true);
    if (identity != nullptr) tls_.emplace(*identity, descriptor());
}

Connection::Arrival Connection::receive() {
    if (phase_ == Phase::leaving) return drop();
    std::array<char, at_once> bytes;
    const LineStep step = read(bytes);
    switch (step.outcome) {
        case Outcome::done: break;
        case Outcome::wait: return Arrival::nothing;
        case Outcome::end: return Arrival::end;
        case Outcome::broken: broken_ = true; return Arrival::end;
        case Outcome::is_plain: tls_.reset(); return Arrival::plain;
    }
    arrived_.add({bytes.data(), step.size});
    set_time_to_ask();
    return Arrival::bytes;
}

/// Of what nobody will read it does not matter what it says.
Connection::Arrival Connection::drop() {
    std::array<char, at_once> bytes;
    const ssize_t size = ::recv(descriptor(), bytes.data(), bytes.size(), 0);
    if (size == 0) return Arrival::end;
    if (size < 0) return failed_step().outcome == Outcome::broken ? Arrival::end : Arrival::nothing;
    dropped_ += static_cast<std::size_t>(size);
    return dropped_ > most_dropped ? Arrival::end : Arrival::bytes;
}

// recv(2) and send(2) themselves: Poco throws when there is nothing to do yet, which is most of the time here.
LineStep Connection::read(std::span<char> bytes) {
    if (tls_) return tls_->receive(bytes);
    const ssize_t size = ::recv(descriptor(), bytes.data(), bytes.size(), 0);
    if (size == 0) return {Outcome::end};
    return size < 0 ? failed_step() : LineStep{Outcome::done, static_cast<std::size_t>(size)};
}

LineStep Connection::write(std::string_view bytes) {
    if (tls_) return tls_->send(bytes);
    const ssize_t size = ::send(descriptor(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    return size < 0 ? failed_step() : LineStep{Outcome::done, static_cast<std::size_t>(size)};
}

/// Whether the last call failed because the line is broken, or because it has to wait.
LineStep Connection::failed_step() const {
    if (errno == EAGAIN || errno == EINTR) return {Outcome::wait};
    spdlog::debug("verbinding verbroken: {}", std::generic_category().message(errno));
    return {Outcome::broken};
}

SocketWatch::For Connection::wanted() const {
    if (tls_) return tls_->wanted();
    return phase_ == Phase::taking ? SocketWatch::For::writing : SocketWatch::For::reading;
}

/// The time of a request begins at its first byte, and no later byte lengthens it.
void Connection::set_time_to_ask() {
    if (request_is_timed_) return;
    request_is_timed_ = true;
    deadline_ = Clock::now() + limits_.request_time;
}

bool Connection::give_leave() {
    constexpr std::string_view leave = "HTTP/1.1 100 Continue\r\n\r\n";
    const LineStep step = write(leave);
    broken_ = step.outcome != Outcome::done || step.size != leave.size();
    return !broken_;
}

void Connection::answer(std::string bytes, bool keep_alive) {
    leaving_bytes_ = std::move(bytes);
    sent_ = 0;
    keep_alive_ = keep_alive;
    send();
}

bool Connection::send() {
    while (!is_answered()) {
        const LineStep step = write(std::string_view(leaving_bytes_).substr(sent_));
        switch (step.outcome) {
            case Outcome::done: sent_ += step.size; break;
            case Outcome::wait: return true;
            case Outcome::is_plain: tls_.reset(); break;  // who was refused before it said a word
            case Outcome::end:
            case Outcome::broken: broken_ = true; return false;
        }
    }
    return true;
}

void Connection::say_goodbye() {
    if (tls_) tls_->say_goodbye();
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
