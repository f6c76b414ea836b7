#include "searchd/http/http_server.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/ThreadPool.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "searchd/http/open_connections.hpp"
#include "searchd/http/queue_limit.hpp"

namespace schakel {

namespace {

constexpr int threads_per_core = 8;        // a kept-alive connection holds its thread, busy or not
constexpr int longest_target = 16 * 1024;  // bytes of path and query

HttpRequest request_from(const Poco::Net::HTTPServerRequest& from) {
    HttpRequest request;
    request.method = from.getMethod();
    const std::string& target = from.getURI();
    const std::size_t mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    request.accept_language = from.get("Accept-Language", "");
    request.if_none_match = from.get("If-None-Match", "");
    return request;
}

class Exchange : public Poco::Net::HTTPRequestHandler {
public:
    explicit Exchange(const HttpHandler& handler) : handler_(handler) {}

    void handleRequest(Poco::Net::HTTPServerRequest& from, Poco::Net::HTTPServerResponse& to) override {
        WatchedConnection::current().request_is_in();
        try {
            if (from.getURI().size() > longest_target) {
                to.setStatusAndReason(Poco::Net::HTTPResponse::HTTP_REQUEST_URI_TOO_LONG);
                to.setContentLength(0);
                to.send();
                return;
            }
            send(handler_(request_from(from)), from.getMethod() == "HEAD", to);
        } catch (const Poco::Exception& broken) {
            spdlog::debug("verbinding verbroken: {}", broken.displayText());
        }
        WatchedConnection::current().answer_is_out();
    }

private:
    static void send(const HttpResponse& response, bool only_head, Poco::Net::HTTPServerResponse& to) {
        to.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(response.status));
        if (!response.content_type.empty()) to.setContentType(response.content_type);
        for (const auto& [name, value] : response.headers) to.set(name, value);
        if (response.status != 304) to.setContentLength64(static_cast<Poco::Int64>(response.body.size()));
        if (only_head || response.status == 304)
            to.send();
        else
            to.sendBuffer(response.body.data(), response.body.size());
    }

    const HttpHandler& handler_;
};

class ExchangeFactory : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit ExchangeFactory(const HttpHandler& handler) : handler_(handler) {}

    // Poco takes ownership of the bare pointer.
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
        return new Exchange(handler_);
    }

    /// Makes every connection close after the request it is busy with, and waits for that.
    void end_connections() { serverStopped(this, false); }

private:
    const HttpHandler& handler_;
};

class ConnectionFactory : public Poco::Net::TCPServerConnectionFactory {
public:
    ConnectionFactory(Poco::Net::HTTPServerParams::Ptr parameters, Poco::Net::HTTPRequestHandlerFactory::Ptr handlers,
                      OpenConnections& connections)
        : parameters_(std::move(parameters)), handlers_(std::move(handlers)), connections_(connections) {}

    // Poco takes ownership of the bare pointer.
    Poco::Net::TCPServerConnection* createConnection(const Poco::Net::StreamSocket& socket) override {
        return new WatchedConnection(socket, parameters_, handlers_, connections_);
    }

private:
    Poco::Net::HTTPServerParams::Ptr parameters_;
    Poco::Net::HTTPRequestHandlerFactory::Ptr handlers_;
    OpenConnections& connections_;
};

int thread_count(const Settings::Server& settings) {
    if (settings.threads > 0) return settings.threads;
    return threads_per_core * static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

Poco::Net::HTTPServerParams::Ptr parameters(const Settings::Server& settings) {
    Poco::Net::HTTPServerParams::Ptr made = new Poco::Net::HTTPServerParams;
    made->setMaxThreads(thread_count(settings));
    made->setMaxQueued(settings.maximum_queue);
    made->setKeepAlive(true);
    made->setKeepAliveTimeout(Poco::Timespan(settings.keep_alive_seconds, 0));
    made->setTimeout(Poco::Timespan(settings.request_timeout_seconds, 0));
    made->setSoftwareVersion("Schakel");
    return made;
}

tl::unexpected<Error> cannot_listen(const Settings::Server& settings, const Poco::Exception& problem, bool in_use) {
    if (in_use)
        return fail(ErrorCode::address_in_use,
                    {fmt::format("Poort {} op {} is al in gebruik.", settings.port, settings.address),
                     fmt::format("Port {} on {} is already in use.", settings.port, settings.address)},
                    {"Stop het andere programma of kies een andere poort met --port.",
                     "Stop the other program or choose another port with --port."});
    return fail(
        ErrorCode::io,
        {fmt::format("Luisteren op {}:{} lukt niet: {}.", settings.address, settings.port, problem.displayText()),
         fmt::format("Cannot listen on {}:{}: {}.", settings.address, settings.port, problem.displayText())},
        {"Controleer [server] address en port in schakel.toml.", "Check [server] address and port in schakel.toml."});
}

}  // namespace

struct HttpServer::State {
    Settings::Server settings;
    HttpHandler handler;
    Poco::ThreadPool threads;
    Poco::Net::ServerSocket socket;
    OpenConnections connections;
    Poco::SharedPtr<ExchangeFactory> handlers;
    std::unique_ptr<Poco::Net::TCPServer> server;  // last, so that it ends before what its connections use

    State(const Settings::Server& chosen, HttpHandler answer)
        : settings(chosen),
          handler(std::move(answer)),
          threads(2, thread_count(chosen) + 1),
          connections(std::chrono::seconds(chosen.request_timeout_seconds),
                      std::chrono::seconds(chosen.keep_alive_seconds)),
          handlers(new ExchangeFactory(handler)) {}
};

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::~HttpServer() { stop(); }

Result<std::unique_ptr<HttpServer>> HttpServer::start(const Settings::Server& settings, HttpHandler handler) {
    auto state = std::make_unique<State>(settings, std::move(handler));
    try {
        const Poco::Net::SocketAddress address(settings.address, static_cast<Poco::UInt16>(settings.port));
        // Not reusing the port, or a second daemon would quietly share it.
        state->socket.bind(address, true, false);
        state->socket.listen(settings.maximum_queue);
        const Poco::Net::HTTPServerParams::Ptr chosen = parameters(settings);
        state->server = std::make_unique<Poco::Net::TCPServer>(
            new ConnectionFactory(chosen, state->handlers, state->connections), state->threads, state->socket, chosen);
        state->server->setConnectionFilter(new QueueLimit(*state->server, settings.maximum_queue));
        state->server->start();
    } catch (const Poco::Net::NetException& problem) {
        return cannot_listen(settings, problem, problem.code() == EADDRINUSE);
    } catch (const Poco::Exception& problem) {
        return cannot_listen(settings, problem, problem.code() == EADDRINUSE);
    }
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

int HttpServer::port() const { return state_->socket.address().port(); }

void HttpServer::stop() {
    if (!state_->server) return;
    state_->server->stop();
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(state_->settings.shutdown_seconds);
    constexpr std::chrono::milliseconds look_every{20};
    // Waits for requests that are running or on their way, so in a thread of its own: the wait must have an end.
    std::thread ending([this] { state_->handlers->end_connections(); });
    while (state_->server->currentThreads() > 0 && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(look_every);
    state_->connections.close_all();
    ending.join();
    while (state_->server->currentThreads() > 0) std::this_thread::sleep_for(look_every);
    state_->server.reset();
}

}  // namespace schakel
