#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace schakel {

/// A parameter of an address, as the document describes it.
struct DescribedParameter {
    std::string name;
    std::string in;  // query, path, header
    bool required = false;
    nlohmann::ordered_json schema;
    nlohmann::ordered_json example;  // of an array: its elements

    bool repeats() const { return schema.at("type") == "array"; }

    /// Of an array that of its elements.
    const nlohmann::ordered_json& schema_of_value() const { return repeats() ? schema.at("items") : schema; }

    /// The example as it stands in a request target.
    std::string written_example() const;
};

/// What can be got at one address.
struct DescribedAddress {
    std::string path;  // from the root of the server: "/v1/facetten/{facet}"
    std::vector<DescribedParameter> parameters;
    nlohmann::ordered_json responses;  // by status or "default"

    std::vector<DescribedParameter> query() const;

    /// The path with the examples of its parameters filled in, and those in the query that are required.
    std::string example() const;

    /// What the document promises for a status; nothing when it does not foresee it.
    std::optional<nlohmann::ordered_json> response(int status) const;
};

/// searchd/web/openapi.json, read as a client reads it. Immutable. Throws std::runtime_error when it is missing, and
/// nlohmann::json::exception when it is no OpenAPI document.
class ApiDocument {
public:
    ApiDocument();

    const std::string& text() const { return text_; }
    const nlohmann::ordered_json& json() const { return json_; }
    const std::vector<DescribedAddress>& addresses() const { return addresses_; }

    /// The address that a request target is at; nullptr when no path fits.
    const DescribedAddress* address_of(const std::string& target) const;

    /// What `$ref` in `value` names; `value` itself without one.
    const nlohmann::ordered_json& resolved(const nlohmann::ordered_json& value) const;

private:
    DescribedAddress address(const std::string& path, const nlohmann::ordered_json& item) const;
    DescribedParameter parameter(const nlohmann::ordered_json& written) const;

    std::string text_;
    nlohmann::ordered_json json_;
    std::vector<DescribedAddress> addresses_;
};

}  // namespace schakel
