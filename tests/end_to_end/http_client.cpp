#include "tests/end_to_end/http_client.hpp"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <Poco/String.h>
#include <Poco/URI.h>

namespace schakel {

std::string HttpAnswer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

nlohmann::ordered_json HttpAnswer::json() const { return nlohmann::ordered_json::parse(body); }

struct HttpClient::State {
    Poco::Net::HTTPClientSession session;
};

HttpClient::HttpClient(int port, Connection connection) : state_(std::make_unique<State>()) {
    state_->session.setHost("127.0.0.1");
    state_->session.setPort(static_cast<Poco::UInt16>(port));
    state_->session.setKeepAlive(connection == Connection::keep_alive);
    state_->session.setTimeout(Poco::Timespan(30, 0));
}

HttpClient::~HttpClient() = default;

HttpAnswer HttpClient::get(const std::string& target) { return send("GET", target); }

HttpAnswer HttpClient::send(const std::string& method, const std::string& target,
                            const std::map<std::string, std::string>& headers, const std::string& body) {
    Poco::Net::HTTPRequest request(method, target, Poco::Net::HTTPMessage::HTTP_1_1);
    for (const auto& [name, value] : headers) request.set(name, value);
    if (method == "POST") request.setContentLength(static_cast<std::streamsize>(body.size()));
    state_->session.sendRequest(request) << body;
    Poco::Net::HTTPResponse response;
    std::istream& arrived = state_->session.receiveResponse(response);
    HttpAnswer answer;
    answer.status = response.getStatus();
    for (const auto& [name, value] : response) answer.headers[Poco::toLower(name)] = value;
    Poco::StreamCopier::copyToString(arrived, answer.body);
    return answer;
}

std::string encoded(const std::string& text) {
    std::string result;
    Poco::URI::encode(text, "!#$&'()*+,/:;=?@[]%\"", result);
    return result;
}

}  // namespace schakel
