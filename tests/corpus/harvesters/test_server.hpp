#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <Poco/Net/ServerSocket.h>

namespace schakel {

/// A request as the test server received it; header names in small letters.
struct ServedRequest {
    std::string target;
    std::map<std::string, std::string, std::less<>> headers;
};

/// What the test server sends, with the ways in which a server may misbehave.
struct ServedAnswer {
    int status = 200;
    std::string body;
    std::map<std::string, std::string> headers{{"Content-Type", "text/xml; charset=utf-8"}};
    bool gzipped = false;                       // sends the body compressed, and says so
    bool chunked = false;                       // in two chunks
    std::size_t cut_after = std::string::npos;  // closes after so many bytes of the body, as if a cable broke
    bool endless = false;                       // repeats the body for as long as the client takes it
    std::chrono::milliseconds between_bytes{0};
    std::string instead;  // sends just this, which need not be HTTP
};

/// A web server on the loopback address that answers what a function tells it to, a thread for each connection. A plain socket
/// rather than a server library, because it has to misbehave.
class TestServer {
public:
    using Answer = std::function<ServedAnswer(const ServedRequest&)>;

    /// `socket`: a listening one, for instance with TLS; by default a plain one on a free port. `answer` is called on several
    /// threads, but never on two at once.
    explicit TestServer(Answer answer, const Poco::Net::ServerSocket& socket = loopback());
    ~TestServer();
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    static Poco::Net::ServerSocket loopback();

    int port() const { return port_; }
    std::string url(const std::string& target = "") const;

    /// Every target that was asked for so far, in order.
    std::vector<std::string> requests() const;

private:
    void accept();
    void serve(Poco::Net::StreamSocket& socket);
    void send(Poco::Net::StreamSocket& socket, const ServedAnswer& answer) const;

    Answer answer_;
    Poco::Net::ServerSocket socket_;
    int port_;
    std::atomic<bool> stopped_{false};
    mutable std::mutex mutex_;  // guards answer_ being called, and requests_
    std::vector<std::string> requests_;
    std::vector<std::jthread> connections_;  // of the accepting thread only
    std::jthread accepting_;
};

}  // namespace schakel
