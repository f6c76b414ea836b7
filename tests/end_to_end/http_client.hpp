#pragma once

#include <map>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

namespace schakel {

/// An answer as it came over the wire.
struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> headers;  // by lower-case name
    std::string body;

    /// The value of a header, by lower-case name; empty when absent.
    std::string header(const std::string& name) const;

    /// The body as JSON. Throws nlohmann::json::parse_error when it is none.
    nlohmann::ordered_json json() const;
};

/// Whether a client keeps its connection for the next request.
enum class Connection { keep_alive, close };

/// A client of a server on this computer. Throws Poco::Exception when the connection fails. One thread.
class HttpClient {
public:
    explicit HttpClient(int port, Connection connection = Connection::keep_alive);
    ~HttpClient();

    /// `target` goes over the wire as it is: percent-encoded or not.
    HttpAnswer get(const std::string& target);
    HttpAnswer send(const std::string& method, const std::string& target,
                    const std::map<std::string, std::string>& headers = {}, const std::string& body = "");

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Percent-encodes a value for the query of a request target.
std::string encoded(const std::string& text);

}  // namespace schakel
