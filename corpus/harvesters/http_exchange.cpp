#include "corpus/harvesters/http_exchange.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>

#include "corpus/harvesters/gzip.hpp"
#include "corpus/harvesters/http_failure.hpp"
#include "corpus/harvesters/http_socket.hpp"

namespace schakel {
namespace {

constexpr int most_header_fields = 200;

Poco::Net::HTTPRequest request_for(const HttpAddress& address, const FetchHeaders& headers, const FetchLimits& limits) {
    using Poco::Net::HTTPRequest;
    HTTPRequest request(HTTPRequest::HTTP_GET, address.target, HTTPRequest::HTTP_1_1);
    request.setHost(address.origin().substr(address.origin().find("://") + 3));
    request.set("User-Agent", limits.user_agent);
    request.set("Accept-Encoding", "gzip");
    for (const auto& [name, value] : headers) request.set(name, value);
    request.setKeepAlive(false);
    return request;
}

FetchHeaders headers_of(const Poco::Net::HTTPResponse& response) {
    FetchHeaders headers;
    for (const auto& [name, value] : response) {
        std::string lower = name;
        std::ranges::transform(lower, lower.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        std::string& known = headers[lower];
        known.append(known.empty() ? "" : ", ").append(value);
    }
    return headers;
}

/// The body as it comes over the line; absent when it is more than `limit` bytes. Asks the buffer, not the stream, because
/// a stream turns exceptions into an end of file; and not again after the end, because Poco would then look for a next chunk.
std::optional<std::string> read_body(std::streambuf& source, std::size_t limit) {
    std::string body;
    std::array<char, 16'384> chunk{};
    for (std::size_t size = chunk.size(); size == chunk.size();) {
        size = static_cast<std::size_t>(source.sgetn(chunk.data(), chunk.size()));
        if (body.size() + size > limit) return std::nullopt;
        body.append(chunk.data(), size);
    }
    return body;
}

bool is_complete(const Poco::Net::HTTPResponse& response, std::size_t received, bool ended) {
    if (response.getStatus() == Poco::Net::HTTPResponse::HTTP_NOT_MODIFIED) return true;
    if (response.getChunkedTransferEncoding()) return !ended;
    return !response.hasContentLength() || response.getContentLength64() == static_cast<Poco::Int64>(received);
}

HttpResult<HttpAnswer> unzipped(HttpAnswer answer, const FetchLimits& limits) {
    const std::string_view encoding = answer.header("content-encoding");
    if (encoding.empty() || encoding == "identity" || answer.body.empty()) return answer;
    if (encoding != "gzip" && encoding != "x-gzip")
        return tl::unexpected(bad_answer(answer.url, "Content-Encoding: " + std::string(encoding)));
    Unzipped plain = unzip(answer.body, limits.largest_body);
    if (plain.fault == GzipFault::too_large) return tl::unexpected(too_large(answer.url, limits.largest_body));
    if (plain.fault) return tl::unexpected(bad_answer(answer.url, "gzip"));
    answer.body = std::move(plain.bytes);
    return answer;
}

HttpResult<HttpAnswer> converse(HttpSocket& connection, const HttpAddress& address, const FetchHeaders& headers,
                                const FetchLimits& limits) {
    Poco::Net::HTTPClientSession session(connection.socket);
    Poco::Net::HTTPRequest request = request_for(address, headers, limits);
    session.sendRequest(request);
    Poco::Net::HTTPResponse response;
    response.setFieldLimit(most_header_fields);
    std::istream& stream = session.receiveResponse(response);

    const std::string url = address.to_text();
    if (response.hasContentLength() && response.getContentLength64() > static_cast<Poco::Int64>(limits.largest_body))
        return tl::unexpected(too_large(url, limits.largest_body));
    std::optional<std::string> body = read_body(*stream.rdbuf(), limits.largest_body);
    if (!body) return tl::unexpected(too_large(url, limits.largest_body));
    if (!is_complete(response, body->size(), *connection.ended)) return tl::unexpected(cut_off(url));
    const std::size_t received = body->size();
    return unzipped({response.getStatus(), url, headers_of(response), std::move(*body), received}, limits);
}

/// Why there is no connection.
Text reason_of(const Poco::Exception& exception) {
    const std::string own = exception.displayText();
    if (dynamic_cast<const Poco::Net::ConnectionRefusedException*>(&exception) != nullptr)
        return {"de server weigert de verbinding", own};
    if (dynamic_cast<const Poco::Net::HostNotFoundException*>(&exception) != nullptr ||
        dynamic_cast<const Poco::Net::NoAddressFoundException*>(&exception) != nullptr)
        return {"er is geen server met deze naam", own};
    if (dynamic_cast<const Poco::Net::DNSException*>(&exception) != nullptr)
        return {"de naam van de server is niet op te zoeken", own};
    if (dynamic_cast<const Poco::TimeoutException*>(&exception) != nullptr) return {"de server antwoordt niet", own};
    return {own, own};
}

/// Poco's exceptions in our words; called in a handler.
HttpFailure failure_of(const Poco::Exception& exception, const std::string& url, const FetchLimits& limits) {
    if (dynamic_cast<const Poco::TimeoutException*>(&exception) != nullptr) return too_slow(url, limits.exchange);
    if (dynamic_cast<const Poco::Net::SSLConnectionUnexpectedlyClosedException*>(&exception) != nullptr)
        return cut_off(url);
    if (dynamic_cast<const Poco::Net::SSLException*>(&exception) != nullptr)
        return no_trust(url, exception.displayText());
    if (dynamic_cast<const Poco::Net::MessageException*>(&exception) != nullptr)
        return bad_answer(url, exception.displayText());
    if (dynamic_cast<const Poco::Net::NoMessageException*>(&exception) != nullptr ||
        dynamic_cast<const Poco::Net::ConnectionResetException*>(&exception) != nullptr ||
        dynamic_cast<const Poco::Net::ConnectionAbortedException*>(&exception) != nullptr)
        return cut_off(url);
    if (dynamic_cast<const Poco::Net::NetException*>(&exception) != nullptr ||
        dynamic_cast<const Poco::IOException*>(&exception) != nullptr)
        return no_connection(url, reason_of(exception));
    return bad_answer(url, exception.displayText());
}

}  // namespace

std::string_view HttpAnswer::header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : found->second;
}

HttpResult<HttpAnswer> exchange(const HttpAddress& address, const FetchHeaders& headers, const FetchLimits& limits) {
    const auto deadline = std::chrono::steady_clock::now() + limits.exchange;
    const std::string url = address.to_text();
    const NoPipeSignal no_signal;
    try {
        HttpResult<HttpSocket> connection = connect(address, limits);
        if (!connection) return tl::unexpected(connection.error());
        const ConnectionDeadline watch(connection->socket, deadline);
        try {
            shake_hands(*connection);
            HttpResult<HttpAnswer> answer = converse(*connection, address, headers, limits);
            if (watch.passed()) return tl::unexpected(too_slow(url, limits.exchange));
            return answer;
        } catch (const Poco::Exception& exception) {
            if (watch.passed()) return tl::unexpected(too_slow(url, limits.exchange));
            HttpFailure failure = failure_of(exception, url, limits);
            // Half a header is no bad answer, but half an answer.
            if (failure.kind == HttpFailureKind::bad_answer && *connection->ended) failure = cut_off(url);
            return tl::unexpected(std::move(failure));
        }
    } catch (const Poco::Exception& exception) {
        const HttpFailure failure = failure_of(exception, url, limits);
        // Before there is a connection, time that runs out and a reset are the same: nobody answers.
        if (failure.kind == HttpFailureKind::no_trust) return tl::unexpected(failure);
        return tl::unexpected(no_connection(url, reason_of(exception)));
    }
}

}  // namespace schakel
