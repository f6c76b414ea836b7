#include "tests/searchd/http/http_line.hpp"

#include <array>
#include <stdexcept>

#include <Poco/Net/NetException.h>

namespace schakel {

namespace {

HttpResponse echo(const HttpRequest& request) {
    return {200,
            "text/plain",
            request.method + ' ' + request.path + ' ' + request.query + request.form.value_or("") + ' ' +
                request.client_address,
            {}};
}

}  // namespace

HttpLimits small_limits() {
    HttpLimits limits;
    limits.target_bytes = 1000;
    limits.header_bytes = 2000;
    limits.header_lines = 20;
    limits.body_bytes = 1000;
    limits.form_bytes = 500;
    limits.request_time = std::chrono::milliseconds(700);
    limits.idle_time = std::chrono::milliseconds(300);
    limits.answer_time = std::chrono::milliseconds(300);
    limits.slowest_reader = 100'000'000;
    limits.farewell = std::chrono::milliseconds(300);
    limits.connections = 40;
    limits.connections_per_address = 30;
    limits.waiting_requests = 2;
    limits.threads = 2;
    return limits;
}

std::unique_ptr<HttpServer> start_server(HttpServerOptions options, HttpHandler handler) {
    Settings::Server settings;
    settings.address = "127.0.0.1";
    settings.port = 0;
    settings.shutdown_seconds = 2;
    if (!options.limits) options.limits = small_limits();
    auto server = HttpServer::start(settings, handler ? std::move(handler) : echo, std::move(options));
    if (!server) throw std::runtime_error(to_text(server.error(), Language::english));
    return std::move(*server);
}

HttpLine::HttpLine(int port, int receive_bytes) {
    if (receive_bytes > 0) {
        socket_ = Poco::Net::StreamSocket(Poco::Net::SocketAddress::IPv4);
        socket_.setReceiveBufferSize(receive_bytes);
    }
    socket_.connect(Poco::Net::SocketAddress("127.0.0.1", static_cast<Poco::UInt16>(port)));
    socket_.setReceiveTimeout(Poco::Timespan(10, 0));
}

void HttpLine::send(const std::string& bytes) {
    socket_.sendBytes(bytes.data(), static_cast<int>(bytes.size()), MSG_NOSIGNAL);
}

bool HttpLine::try_to_send(const std::string& bytes) {
    try {
        send(bytes);
        return true;
    } catch (const Poco::Exception&) {
        return false;
    }
}

bool HttpLine::receive() {
    std::array<char, 4096> part{};
    try {
        const int size = socket_.receiveBytes(part.data(), part.size());
        if (size <= 0) return false;
        arrived_.append(part.data(), static_cast<std::size_t>(size));
        return true;
    } catch (const Poco::Net::NetException&) {
        return false;
    }
}

std::string HttpLine::rest() {
    while (receive()) continue;
    return std::move(arrived_);
}

std::string HttpLine::answer() {
    while (arrived_.find("\r\n\r\n") == std::string::npos)
        if (!receive()) return std::move(arrived_);
    const std::string length = header_of(arrived_, "Content-Length");
    const std::size_t whole =
        arrived_.find("\r\n\r\n") + 4 + static_cast<std::size_t>(length.empty() ? 0 : std::stoul(length));
    while (arrived_.size() < whole)
        if (!receive()) return std::move(arrived_);
    std::string one = arrived_.substr(0, whole);
    arrived_.erase(0, whole);
    return one;
}

std::string answer_to(int port, const std::string& bytes) {
    HttpLine line(port);
    line.try_to_send(bytes);
    return line.rest();
}

std::string get(const std::string& target, const std::string& headers) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

std::string post_form(const std::string& form, const std::string& headers) {
    return "POST /formulier HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
           headers + "Content-Length: " + std::to_string(form.size()) + "\r\n\r\n" + form;
}

int status_of(const std::string& answer) { return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3)); }

std::string header_of(const std::string& answer, const std::string& name) {
    const std::string head = answer.substr(0, answer.find("\r\n\r\n") + 2);
    const std::size_t begin = head.find("\r\n" + name + ": ");
    if (begin == std::string::npos) return "";
    const std::size_t value = begin + name.size() + 4;
    return head.substr(value, head.find("\r\n", value) - value);
}

std::string body_of(const std::string& answer) {
    const std::size_t end = answer.find("\r\n\r\n");
    return end == std::string::npos ? "" : answer.substr(end + 4);
}

}  // namespace schakel
