#include "tests/end_to_end/api_contract.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace schakel {

namespace {

using Json = nlohmann::ordered_json;
using Departures = std::vector<std::string>;

std::string lower(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return name;
}

void append(Departures& all, Departures more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

/// A header as JSON of the type that its schema wants.
Json value_of(const std::string& header, const Json& schema) {
    const bool is_number = schema.at("type") == "integer" && !header.empty() &&
                           header.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? Json(std::stoi(header)) : Json(header);
}

}  // namespace

Departures ApiContract::departures(const std::string& target, const HttpAnswer& answer) {
    const DescribedAddress* address = document_.address_of(target);
    if (address == nullptr) return {"no path of the document fits"};
    const auto response = address->response(answer.status);
    if (!response) return {"status " + std::to_string(answer.status) + " is not described for " + address->path};
    return departures_from(*response, answer);
}

Departures ApiContract::departures_from(const Json& response, const HttpAnswer& answer) {
    Departures all = of_headers(response, answer);
    append(all, of_body(response, answer));
    return all;
}

std::set<std::string> ApiContract::never_seen() const {
    const std::set<std::string> described = schemas_.described();
    std::set<std::string> missing;
    std::set_difference(described.begin(), described.end(), schemas_.seen().begin(), schemas_.seen().end(),
                        std::inserter(missing, missing.end()));
    return missing;
}

Departures ApiContract::of_headers(const Json& response, const HttpAnswer& answer) {
    Departures all;
    for (const auto& [name, written] : response.at("headers").items()) {
        const Json& header = document_.resolved(written);
        const std::string value = answer.header(lower(name));
        if (value.empty() && header.value("required", false)) all.push_back("the header " + name + " is missing");
        if (value.empty()) continue;
        for (const std::string& problem : schemas_.problems(value_of(value, header.at("schema")), header.at("schema")))
            all.push_back("the header " + name + ": " + problem);
    }
    return all;
}

Departures ApiContract::of_body(const Json& response, const HttpAnswer& answer) {
    if (!response.contains("content")) return answer.body.empty() ? Departures{} : Departures{"there is a body"};
    const std::string type = answer.header("content-type");
    if (!response.at("content").contains(type)) return {"the content type " + type + " is not described"};
    return schemas_.problems(answer.json(), response.at("content").at(type).at("schema"));
}

}  // namespace schakel
