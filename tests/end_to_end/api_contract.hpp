#pragma once

#include <string>

#include "tests/end_to_end/api_document.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/json_schema.hpp"

namespace schakel {

/// Holds answers of a running daemon against the document of its API. One thread; the document must outlive it.
class ApiContract {
public:
    explicit ApiContract(const ApiDocument& document) : document_(document), schemas_(document.json()) {}

    /// Everything in which the answer departs from what the document says of its address; empty when nothing does.
    std::vector<std::string> departures(const std::string& target, const HttpAnswer& answer);

    /// The same of one response that is described: what stands at components.responses.TeDruk.
    std::vector<std::string> departures_from(const nlohmann::ordered_json& response, const HttpAnswer& answer);

    /// Properties that the document describes and no answer had.
    std::set<std::string> never_seen() const;

private:
    std::vector<std::string> of_headers(const nlohmann::ordered_json& response, const HttpAnswer& answer);
    std::vector<std::string> of_body(const nlohmann::ordered_json& response, const HttpAnswer& answer);

    const ApiDocument& document_;
    SchemaCheck schemas_;
};

}  // namespace schakel
