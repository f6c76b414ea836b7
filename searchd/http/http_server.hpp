#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/settings.hpp"
#include "searchd/http/client_address.hpp"
#include "searchd/http/http_limits.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/http/http_metrics.hpp"

namespace schakel {

/// Answers a request; called from several threads at once. An exception becomes status 500.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

/// What else the server can be given.
struct HttpServerOptions {
    std::optional<HttpLimits> limits;      // nothing = those of the settings
    std::vector<Network> trusted_proxies;  // that tell who the client is; none = who connects is the client
    std::function<void(HttpResponse&)>
        finish;                            // adds to the server's own answers what the application gives all of its
    std::shared_ptr<HttpMetrics> metrics;  // nothing = not measured
    std::function<void(std::string_view)>
        log;  // takes the lines of the access log, from any thread; empty = none is kept
};

/// Listens on a port and passes requests to a handler. Threads: one, the reception, accepts connections, gathers requests and
/// guards the time that clients take; `threads` others each take a whole request from a queue, answer it and hand the
/// connection back. A client that is slow or idle holds no thread.
class HttpServer {
public:
    /// Binds and starts, with encrypted lines when the settings name a certificate. Port 0 takes any free one. Errors:
    /// address_in_use, io; those of `TlsIdentity::load`.
    static Result<std::unique_ptr<HttpServer>> start(const Settings::Server& settings, HttpHandler handler,
                                                     HttpServerOptions options = {});

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
