#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include <Poco/Net/StreamSocket.h>

#include "searchd/http/http_server.hpp"

namespace schakel {

/// Limits that a test can reach in a moment.
HttpLimits small_limits();

/// A server with these options on a free port of this computer; by default with `small_limits` and an answer that tells what
/// was asked.
std::unique_ptr<HttpServer> start_server(HttpServerOptions options = {}, HttpHandler handler = {});

/// A line to a server on this computer over which any bytes can go. Throws Poco::Exception. One thread.
class HttpLine {
public:
    /// With `receive_bytes` above 0 the client's system holds no more of an answer than about that.
    explicit HttpLine(int port, int receive_bytes = 0);

    void send(const std::string& bytes);

    /// The same; false when the server has closed the line.
    bool try_to_send(const std::string& bytes);

    /// Nothing more will be sent.
    void end() { socket_.shutdownSend(); }

    /// Up to the end of the line; what came before it was broken off.
    std::string rest();

    /// One answer: its head and as much as its Content-Length says.
    std::string answer();

private:
    bool receive();

    Poco::Net::StreamSocket socket_;
    std::string arrived_;
};

/// Sends bytes over a line of its own, and gives what comes back up to its end.
std::string answer_to(int port, const std::string& bytes);

/// A GET with the headers, each as "Name: value\r\n".
std::string get(const std::string& target, const std::string& headers = "");

/// A POST of a form to /formulier.
std::string post_form(const std::string& form, const std::string& headers = "");

int status_of(const std::string& answer);
std::string header_of(const std::string& answer, const std::string& name);
std::string body_of(const std::string& answer);

}  // namespace schakel
