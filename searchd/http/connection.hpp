#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <Poco/Net/IPAddress.h>
#include <Poco/Net/StreamSocket.h>

#include "searchd/http/connection_counts.hpp"
#include "searchd/http/request_buffer.hpp"
#include "searchd/http/socket_watch.hpp"
#include "searchd/http/tls_line.hpp"

namespace schakel {

/// One client's connection: what came in, what has to go out, and how long that may take. Nothing here waits for the client.
/// One thread at a time: that of the reception, or the one that answers its request.
class Connection {
public:
    using Clock = std::chrono::steady_clock;

    /// What the client has to do next.
    enum class Phase {
        asking,   // send a request
        waiting,  // nothing: it is being answered
        taking,   // take the answer
        leaving,  // close the connection, as we did for our part
    };

    enum class Arrival { bytes, nothing, end, plain };

    /// `limits` must outlive it. Without a `place` it is there to be refused; with an `identity` the line is encrypted.
    Connection(const Poco::Net::StreamSocket& socket, std::optional<ConnectionCounts::Place> place,
               const HttpLimits& limits, const TlsIdentity* identity);

    /// Takes in what the client has sent by now. `end` when it will send no more, or the line is broken; `plain` when it speaks
    /// HTTP where TLS is spoken: then it can still be told so, in plain HTTP.
    Arrival receive();

    /// As RequestBuffer.
    std::optional<tl::expected<RequestHead, Refusal>> next_request() { return arrived_.next(); }
    bool leave_is_asked() { return arrived_.leave_is_asked(); }
    bool has_begun_request() const { return arrived_.has_begun(); }
    std::string_view languages_so_far() const { return arrived_.languages_so_far(); }

    /// Gives the client leave to send its form. False when the line is broken, or takes not even that.
    bool give_leave();

    /// Gives the client an answer, as much as it takes at once. It may ask on after it when `keep_alive`.
    void answer(std::string bytes, bool keep_alive);

    /// Sends on. False when the line is broken.
    bool send();

    /// Tells the client that nothing more will come. What it still sends is dropped: to close would take the answer from it.
    void say_goodbye();

    /// Puts it in a phase, with the time that the client has for it.
    void enter(Phase phase);

    Phase phase() const { return phase_; }
    bool is_late(Clock::time_point now) const { return deadline_ < now; }
    bool is_answered() const { return sent_ == leaving_bytes_.size(); }
    bool is_broken() const { return broken_; }
    bool may_ask_on() const { return keep_alive_; }
    bool is_encrypted() const { return tls_.has_value(); }

    /// What its socket must be ready for before there is more to do.
    SocketWatch::For wanted() const;

    int descriptor() const { return socket_.impl()->sockfd(); }
    const Poco::Net::IPAddress& peer() const { return peer_; }

private:
    LineStep read(std::span<char> bytes);
    LineStep write(std::string_view bytes);
    LineStep failed_step() const;
    Arrival drop();
    void set_time_to_ask();

    Poco::Net::StreamSocket socket_;
    Poco::Net::IPAddress peer_;
    std::optional<ConnectionCounts::Place> place_;
    const HttpLimits& limits_;
    std::optional<TlsLine> tls_;
    RequestBuffer arrived_;
    std::string leaving_bytes_;
    std::size_t sent_ = 0;
    std::size_t dropped_ = 0;
    Phase phase_ = Phase::asking;
    Clock::time_point deadline_;
    bool request_is_timed_ = true;  // the deadline is that of the whole request
    bool keep_alive_ = true;
    bool broken_ = false;
};

}  // namespace schakel
