#include "searchd/http/http_server.hpp"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <system_error>
#include <thread>

#include <sys/resource.h>

#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "searchd/http/accept_language.hpp"
#include "searchd/http/access_log.hpp"
#include "searchd/http/compression.hpp"
#include "searchd/http/header_text.hpp"
#include "searchd/http/reception.hpp"
#include "searchd/http/request_queue.hpp"
#include "searchd/http/response_bytes.hpp"

namespace schakel {

namespace {

constexpr rlim_t files_beside_connections = 1024;               // of the index, and of the program itself
constexpr std::string_view stay_with_tls = "max-age=31536000";  // a year, RFC 6797

/// Every connection is an open file, and the usual limit is 1,024 of them.
void allow_open_files(std::size_t connections) {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    const rlim_t wanted = std::min(files.rlim_max, static_cast<rlim_t>(connections) + files_beside_connections);
    if (files.rlim_cur >= wanted) return;
    files.rlim_cur = wanted;
    setrlimit(RLIMIT_NOFILE, &files);  // without it fewer clients get in, which the reception can bear
}

Poco::Net::ServerSocket listen(const Settings::Server& settings) {
    Poco::Net::ServerSocket door;
    // Not reusing the port, or a second daemon would quietly share it.
    door.bind(Poco::Net::SocketAddress(settings.address, static_cast<Poco::UInt16>(settings.port)), true, false);
    door.listen(SOMAXCONN);
    return door;
}

tl::unexpected<Error> cannot_listen(const Settings::Server& settings, const Poco::Exception& problem) {
    if (problem.code() == EADDRINUSE)
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
    State(const Settings::Server& chosen, HttpHandler answer, HttpServerOptions more,
          const Poco::Net::ServerSocket& door, std::shared_ptr<const TlsIdentity> identity)
        : settings(chosen),
          is_encrypted(identity != nullptr),
          handler(std::move(answer)),
          options(std::move(more)),
          limits(options.limits.value_or(http_limits(chosen))),
          port(door.address().port()),
          queue(limits.waiting_requests),
          reception(door, limits, options.trusted_proxies, desk(std::move(identity))) {
        for (std::size_t i = 0; i < limits.threads; ++i) threads.emplace_back([this] { work(); });
    }

    ReceptionDesk desk(std::shared_ptr<const TlsIdentity> identity) {
        return {[this](Connection& connection, RequestHead&& head) { return take(connection, std::move(head)); },
                [this](const Connection& from, Refusal why, Language language) { return refuse(from, why, language); },
                [this](std::size_t connections) { count(connections); }, std::move(identity)};
    }

    void count(std::size_t connections) const {
        if (options.metrics) options.metrics->connections(connections);
    }

    void count_waiting() const {
        if (options.metrics) options.metrics->waiting_requests(queue.size());
    }

    bool take(Connection& connection, RequestHead&& head) {
        const bool taken = queue.put({&connection, std::move(head), Connection::Clock::now()});
        count_waiting();
        return taken;
    }

    void work() {
        while (auto request = queue.take()) {
            count_waiting();
            answer(*request);
            reception.answered(*request->connection);
        }
    }

    void answer(WaitingRequest& waiting) const {
        HttpRequest& request = waiting.head.request;
        const Poco::Net::IPAddress client = introduce(waiting.connection->peer(), request);
        HttpResponse response = response_to(request);
        const Delivery delivery{
            .is_head = request.method == "HEAD",
            .keep_alive = waiting.head.keep_alive && !reception.is_closing() && !reception.is_crowded()};
        waiting.connection->answer(response_bytes(response, delivery), delivery.keep_alive);
        keep_account({request, response, client, delivery.is_head ? 0 : response.body.size(),
                      Connection::Clock::now() - waiting.since});
    }

    HttpResponse response_to(const HttpRequest& request) const {
        HttpResponse response;
        try {
            response = handler(request);
            compress(response, request.header("accept-encoding"));
        } catch (const std::exception& problem) {
            spdlog::error("{}: {}", request.path, problem.what());
            response = refusal_response(Refusal::internal_error, preferred_language(request.accept_language));
            if (options.finish) options.finish(response);
        }
        if (request.scheme == "https") add_unless_there(response, "Strict-Transport-Security", stay_with_tls);
        return response;
    }

    /// Tells the request who asks, and hides from the application what only a trusted proxy may say.
    Poco::Net::IPAddress introduce(const Poco::Net::IPAddress& peer, HttpRequest& request) const {
        const Poco::Net::IPAddress client = client_of(peer, request, options.trusted_proxies);
        request.client_address = client.toString();
        request.scheme = scheme_of(peer, request, options.trusted_proxies, is_encrypted ? "https" : "http");
        if (!any_has(options.trusted_proxies, peer))
            std::erase_if(request.headers, [](const auto& header) {
                return header.first == "forwarded" || header.first.starts_with("x-forwarded-");
            });
        return client;
    }

    void keep_account(const Access& access) const {
        if (options.metrics)
            options.metrics->answered(access.response.route, access.response.status, access.time, access.bytes);
        if (options.log) options.log(access_line(access));
    }

    std::string refuse(const Connection& from, Refusal why, Language language) const {
        HttpResponse response = refusal_response(why, language);
        if (options.finish) options.finish(response);
        if (from.is_encrypted()) add_unless_there(response, "Strict-Transport-Security", stay_with_tls);
        if (options.metrics) options.metrics->refused(why);
        if (options.log) options.log(access_line({HttpRequest{}, response, from.peer(), response.body.size()}));
        return response_bytes(response, {});
    }

    void stop() {
        if (threads.empty()) return;
        reception.close_door();
        reception.wait_until_empty(std::chrono::seconds(settings.shutdown_seconds));
        reception.end();
        queue.end();
        for (std::thread& thread : threads) thread.join();
        threads.clear();
        reception.let_all_go();
    }

    Settings::Server settings;
    bool is_encrypted;
    HttpHandler handler;
    HttpServerOptions options;
    HttpLimits limits;
    int port;
    RequestQueue queue;
    Reception reception;
    std::vector<std::thread> threads;
};

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::~HttpServer() { stop(); }

Result<std::unique_ptr<HttpServer>> HttpServer::start(const Settings::Server& settings, HttpHandler handler,
                                                      HttpServerOptions options) {
    auto identity = TlsIdentity::load(settings);
    if (!identity) return tl::unexpected(identity.error());
    try {
        const Poco::Net::ServerSocket door = listen(settings);
        allow_open_files(options.limits.value_or(http_limits(settings)).connections);
        return std::unique_ptr<HttpServer>(new HttpServer(
            std::make_unique<State>(settings, std::move(handler), std::move(options), door, std::move(*identity))));
    } catch (const Poco::Exception& problem) {
        return cannot_listen(settings, problem);
    }
}

int HttpServer::port() const { return state_->port; }

void HttpServer::stop() { state_->stop(); }

}  // namespace schakel
