#include "tests/end_to_end/api_document.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

#include "tests/end_to_end/http_client.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& value) { return encoded(value.is_string() ? value.get<std::string>() : value.dump()); }

/// "/v1/facetten/{facet}" fits "/v1/facetten/regio" and nothing below it.
bool fits(const std::string& pattern, const std::string& path) {
    static const std::regex placeholder("\\{[^}]*\\}");
    return std::regex_match(path, std::regex(std::regex_replace(pattern, placeholder, "[^/]+")));
}

std::string read_document() {
    std::ifstream file(repository_folder() / "searchd/web/openapi.json", std::ios::binary);
    if (!file) throw std::runtime_error("searchd/web/openapi.json cannot be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The address below which the paths stand; a lone slash is nothing, as the specification has it for its default.
std::string base_of(const Json& servers) {
    const std::string url = servers.at(0).at("url").get<std::string>();
    return url == "/" ? "" : url;
}

}  // namespace

std::string DescribedParameter::written_example() const {
    if (!example.is_array()) return written(example);
    std::string all;
    for (const Json& element : example) all += (all.empty() ? "" : ",") + written(element);
    return all;
}

std::vector<DescribedParameter> DescribedAddress::query() const {
    std::vector<DescribedParameter> chosen;
    std::copy_if(parameters.begin(), parameters.end(), std::back_inserter(chosen),
                 [](const DescribedParameter& parameter) { return parameter.in == "query"; });
    return chosen;
}

std::string DescribedAddress::example() const {
    std::string target = path;
    std::string query = "?";
    for (const DescribedParameter& parameter : parameters) {
        if (parameter.in == "path") {
            const std::string placeholder = '{' + parameter.name + '}';
            target.replace(target.find(placeholder), placeholder.size(), parameter.written_example());
        } else if (parameter.in == "query" && parameter.required) {
            query += parameter.name + '=' + parameter.written_example() + '&';
        }
    }
    return target + query;
}

std::optional<Json> DescribedAddress::response(int status) const {
    const std::string name = std::to_string(status);
    if (responses.contains(name)) return responses.at(name);
    if (status >= 400 && responses.contains("default")) return responses.at("default");
    return std::nullopt;
}

ApiDocument::ApiDocument() : text_(read_document()), json_(Json::parse(text_)) {
    for (const auto& [path, item] : json_.at("paths").items())
        addresses_.push_back(
            address(base_of(item.contains("servers") ? item.at("servers") : json_.at("servers")) + path, item));
}

const DescribedAddress* ApiDocument::address_of(const std::string& target) const {
    const std::string path = target.substr(0, target.find('?'));
    const auto found = std::find_if(addresses_.begin(), addresses_.end(),
                                    [&](const DescribedAddress& address) { return fits(address.path, path); });
    return found == addresses_.end() ? nullptr : &*found;
}

const Json& ApiDocument::resolved(const Json& value) const {
    if (!value.contains("$ref")) return value;
    return json_.at(Json::json_pointer(value.at("$ref").get<std::string>().substr(1)));
}

DescribedAddress ApiDocument::address(const std::string& path, const Json& item) const {
    DescribedAddress address{path, {}, Json::object()};
    const Json& operation = item.at("get");
    if (operation.contains("parameters"))
        for (const Json& written : operation.at("parameters"))
            address.parameters.push_back(parameter(resolved(written)));
    for (const auto& [status, response] : operation.at("responses").items())
        address.responses[status] = resolved(response);
    return address;
}

DescribedParameter ApiDocument::parameter(const Json& written) const {
    return {written.at("name").get<std::string>(), written.at("in").get<std::string>(),
            written.value("required", false), written.at("schema"), written.at("example")};
}

}  // namespace schakel
