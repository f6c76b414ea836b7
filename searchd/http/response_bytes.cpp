#include "searchd/http/response_bytes.hpp"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Timestamp.h>
#include <fmt/format.h>

namespace schakel {

namespace {

std::string first_line(int status) {
    const auto code = static_cast<Poco::Net::HTTPResponse::HTTPStatus>(status);
    return fmt::format("HTTP/1.1 {} {}\r\n", status, Poco::Net::HTTPResponse::getReasonForStatus(code));
}

void add(std::string& bytes, std::string_view name, std::string_view value) {
    bytes.append(name).append(": ");
    for (const char c : value)
        if (c != '\r' && c != '\n') bytes += c;
    bytes += "\r\n";
}

bool has_no_body(int status) { return status == 304 || status == 204 || status < 200; }

}  // namespace

std::string response_bytes(const HttpResponse& response, const Delivery& delivery) {
    std::string bytes = first_line(response.status);
    add(bytes, "Date", Poco::DateTimeFormatter::format(Poco::Timestamp(), Poco::DateTimeFormat::HTTP_FORMAT));
    add(bytes, "Connection", delivery.keep_alive ? "Keep-Alive" : "Close");
    if (!response.content_type.empty()) add(bytes, "Content-Type", response.content_type);
    if (!has_no_body(response.status)) add(bytes, "Content-Length", std::to_string(response.body.size()));
    for (const auto& [name, value] : response.headers) add(bytes, name, value);
    bytes += "\r\n";
    if (!delivery.is_head && !has_no_body(response.status)) bytes += response.body;
    return bytes;
}

}  // namespace schakel
