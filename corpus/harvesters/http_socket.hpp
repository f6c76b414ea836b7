#pragma once

#include <atomic>
#include <chrono>
#include <csignal>
#include <memory>
#include <thread>

#include <Poco/Net/StreamSocket.h>

#include "corpus/harvesters/http_exchange.hpp"

namespace schakel {

/// A connection to one checked address of a host.
struct HttpSocket {
    Poco::Net::StreamSocket socket;
    std::shared_ptr<std::atomic<bool>> ended;  // whether the server closed its side while we were reading
};

/// Looks the host up, refuses addresses that are not public unless the limits allow them, and connects to the very address
/// that was checked. For https the handshake is still to be done: see `shake_hands`. Throws Poco::Exception when nobody
/// answers or the host is unknown.
HttpResult<HttpSocket> connect(const HttpAddress& address, const FetchLimits& limits);

/// Does the TLS handshake of a connection to an https address, and checks the certificate against the host. Throws
/// Poco::Net::SSLException or another Poco::Exception.
void shake_hands(HttpSocket& connection);

/// Ends a connection from another thread when its time is up, so that no way of being slow can hold us: reading then finds the
/// end. Owns a thread that waits; it touches nothing but the socket's number. Must be gone before the socket is.
class ConnectionDeadline {
public:
    ConnectionDeadline(const Poco::Net::StreamSocket& socket, std::chrono::steady_clock::time_point when);

    bool passed() const { return passed_; }

private:
    std::atomic<bool> passed_{false};
    std::jthread thread_;
};

/// As long as it lives, writing on this thread to a connection that is gone fails, rather than end the program (SIGPIPE). On
/// sockets themselves that cannot be said for TLS.
class NoPipeSignal {
public:
    NoPipeSignal();
    ~NoPipeSignal();
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;

private:
    sigset_t before_{};
    bool was_pending_ = false;
};

}  // namespace schakel
