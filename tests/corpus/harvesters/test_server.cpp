#include "tests/corpus/harvesters/test_server.hpp"

#include <algorithm>
#include <csignal>
#include <sstream>

#include <Poco/DeflatingStream.h>
#include <Poco/Exception.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <fmt/format.h>

namespace schakel {
namespace {

std::string compressed(const std::string& body) {
    std::ostringstream text;
    Poco::DeflatingOutputStream gzip(text, Poco::DeflatingStreamBuf::STREAM_GZIP);
    gzip << body;
    gzip.close();
    return std::move(text).str();
}

/// Reads up to the empty line; throws when the client goes away.
std::string read_head(Poco::Net::StreamSocket& socket) {
    std::string head;
    char byte = 0;
    while (!head.ends_with("\r\n\r\n") && socket.receiveBytes(&byte, 1) == 1) head += byte;
    return head;
}

ServedRequest parse_head(const std::string& head) {
    std::istringstream lines(head);
    ServedRequest request;
    std::string method;
    lines >> method >> request.target;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line) && line.size() > 1) {
        const auto colon = line.find(':');
        if (colon == std::string::npos) continue;
        std::string name = line.substr(0, colon);
        std::ranges::transform(name, name.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        request.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
    }
    return request;
}

void send_all(Poco::Net::StreamSocket& socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const int sent = socket.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
        if (sent <= 0) throw Poco::IOException("the client is gone");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::string in_chunks(const std::string& body) {
    const std::string first = body.substr(0, body.size() / 2);
    const std::string second = body.substr(first.size());
    std::string text;
    for (const std::string& chunk : {first, second})
        if (!chunk.empty()) text += fmt::format("{:x}\r\n{}\r\n", chunk.size(), chunk);
    return text + "0\r\n\r\n";
}

}  // namespace

TestServer::TestServer(Answer answer, const Poco::Net::ServerSocket& socket)
    : answer_(std::move(answer)), socket_(socket), port_(socket_.address().port()), accepting_([this] { accept(); }) {}

TestServer::~TestServer() {
    stopped_ = true;
    accepting_.join();
    connections_.clear();
}

Poco::Net::ServerSocket TestServer::loopback() {
    return Poco::Net::ServerSocket(Poco::Net::SocketAddress("127.0.0.1", 0));
}

std::string TestServer::url(const std::string& target) const {
    return fmt::format("http://127.0.0.1:{}{}", port_, target);
}

std::vector<std::string> TestServer::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

void TestServer::accept() {
    // Clients go away; what this thread starts inherits that it does not end the program.
    sigset_t pipe{};
    ::sigemptyset(&pipe);
    ::sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    while (!stopped_) {
        if (!socket_.poll(Poco::Timespan(0, 20'000), Poco::Net::Socket::SELECT_READ)) continue;
        // Only the thread that serves a connection may hold it, so that it is the one that closes it.
        auto connection = std::make_unique<Poco::Net::StreamSocket>(socket_.acceptConnection());
        connections_.emplace_back([this, mine = std::move(connection)] { serve(*mine); });
    }
}

void TestServer::serve(Poco::Net::StreamSocket& socket) {
    try {
        const std::string head = read_head(socket);
        if (head.empty()) return;
        ServedAnswer answer;
        {
            const std::lock_guard lock(mutex_);
            const ServedRequest request = parse_head(head);
            requests_.push_back(request.target);
            answer = answer_(request);
        }
        send(socket, answer);
    } catch (const Poco::Exception& gone) {
        stopped_ = stopped_ || gone.code() == -1;  // a client that goes away is what some tests are about
    }
}

void TestServer::send(Poco::Net::StreamSocket& socket, const ServedAnswer& answer) const {
    if (!answer.instead.empty()) return send_all(socket, answer.instead);
    std::string body = answer.gzipped ? compressed(answer.body) : answer.body;
    std::string head = fmt::format("HTTP/1.1 {} Status\r\n", answer.status);
    for (const auto& [name, value] : answer.headers) head += fmt::format("{}: {}\r\n", name, value);
    if (answer.gzipped) head += "Content-Encoding: gzip\r\n";
    if (answer.chunked) {
        head += "Transfer-Encoding: chunked\r\n";
        body = in_chunks(body);
    } else if (!answer.endless) {
        head += fmt::format("Content-Length: {}\r\n", body.size());
    }
    send_all(socket, head + "Connection: close\r\n\r\n");
    if (answer.cut_after < body.size()) body.resize(answer.cut_after);
    do {
        if (answer.between_bytes.count() == 0) {
            send_all(socket, body);
        } else {
            for (std::size_t i = 0; i < body.size() && !stopped_; ++i) {
                send_all(socket, std::string_view(body).substr(i, 1));
                std::this_thread::sleep_for(answer.between_bytes);
            }
        }
    } while (answer.endless && !stopped_);
    socket.shutdownSend();
}

}  // namespace schakel
