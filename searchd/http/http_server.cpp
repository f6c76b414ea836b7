#include "searchd/http/http_server.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

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
    }

private:
    static void send(const HttpResponse& response, bool only_head, Poco::Net::HTTPServerResponse& to) {
        to.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(response.status));
        if (!response.content_type.empty()) to.setContentType(response.content_type);
        for (const auto& [name, value] : response.headers) to.set(name, value);
        if (response.status != 304) to.setContentLength64(static_cast<Poco::Int64>(response.body.size()));
        if (only_head || response.status == 304) to.send();
        else to.sendBuffer(response.body.data(), response.body.size());
    }

    const HttpHandler& handler_;
};

class ExchangeFactory : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit ExchangeFactory(const HttpHandler& handler) : handler_(handler) {}

    // Poco takes ownership of the bare pointer.
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override { return new Exchange(handler_); }

private:
    const HttpHandler& handler_;
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
                    {"Stop het andere programma of kies een andere poort met --port.", "Stop the other program or choose another port with --port."});
    return fail(ErrorCode::io, {fmt::format("Luisteren op {}:{} lukt niet: {}.", settings.address, settings.port, problem.displayText()),
                                fmt::format("Cannot listen on {}:{}: {}.", settings.address, settings.port, problem.displayText())},
                {"Controleer [server] address en port in schakel.toml.", "Check [server] address and port in schakel.toml."});
}

}  // namespace

struct HttpServer::State {
    Settings::Server settings;
    HttpHandler handler;
    Poco::ThreadPool threads;
    Poco::Net::ServerSocket socket;
    std::unique_ptr<Poco::Net::HTTPServer> server;

    State(const Settings::Server& chosen, HttpHandler answer)
        : settings(chosen), handler(std::move(answer)), threads(2, thread_count(chosen) + 1) {}
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
        state->server = std::make_unique<Poco::Net::HTTPServer>(new ExchangeFactory(state->handler), state->threads, state->socket,
                                                                parameters(settings));
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
    // Idle kept-alive connections are told to close; each running request ends with its answer.
    state_->server->stopAll(false);
    while (state_->server->currentThreads() > 0 && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    if (state_->server->currentThreads() > 0) state_->server->stopAll(true);
    state_->server.reset();
}

}  // namespace schakel
