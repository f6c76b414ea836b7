#pragma once

#include <functional>
#include <memory>
#include <string>

#include "config/error.hpp"
#include "config/settings.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// Answers a request; called from several threads at once, must not throw.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

/// Listens on a port and passes requests to a handler. Threads: one accepts connections, `Settings::Server::threads` of a
/// pool of its own serve them; a connection that finds them all busy waits in a queue of `maximum_queue`. One more closes
/// connections whose client takes too long to send its request.
class HttpServer {
public:
    /// Binds and starts. Port 0 takes any free one. Errors: address_in_use, io.
    static Result<std::unique_ptr<HttpServer>> start(const Settings::Server& settings, HttpHandler handler);

    ~HttpServer();

    int port() const;

    /// Takes no new connections, lets running requests finish for at most `shutdown_seconds`, then closes what is left.
    void stop();

private:
    struct State;
    explicit HttpServer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace schakel
