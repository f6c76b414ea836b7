#include "tests/end_to_end/json_schema.hpp"

#include <algorithm>
#include <map>
#include <regex>

#include "config/date.hpp"

namespace schakel {

namespace {

using Json = nlohmann::ordered_json;

bool is_of_type(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    return type == "number" && value.is_number();
}

bool has_format(const std::string& text, const std::string& format) {
    if (format == "date") return is_iso_date(text);
    static const std::regex uri("[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+");
    return format == "uri" && std::regex_match(text, uri);
}

/// Characters, as JSON Schema counts them: bytes that do not continue another one.
std::size_t length_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string below(const std::string& place, const std::string& name) {
    return place.empty() ? name : place + '.' + name;
}

}  // namespace

std::vector<std::string> SchemaCheck::problems(const Json& value, const Json& schema) {
    problems_.clear();
    check(value, schema, "");
    return problems_;
}

std::set<std::string> SchemaCheck::described() const {
    std::set<std::string> names;
    for (const auto& [schema, content] : document_.at("components").at("schemas").items())
        for (const auto& [property, description] : content.at("properties").items())
            names.insert(schema + '.' + property);
    return names;
}

SchemaCheck::Keyword SchemaCheck::keyword(const std::string& name) {
    static const std::map<std::string, Keyword> keywords{
        {"type", &SchemaCheck::check_type},
        {"properties", &SchemaCheck::check_properties},
        {"required", &SchemaCheck::check_required},
        {"items", &SchemaCheck::check_items},
        {"enum", &SchemaCheck::check_enum},
        {"format", &SchemaCheck::check_format},
        {"pattern", &SchemaCheck::check_pattern},
        {"minimum", &SchemaCheck::check_minimum},
        {"maximum", &SchemaCheck::check_maximum},
        {"minLength", &SchemaCheck::check_min_length},
        {"maxLength", &SchemaCheck::check_max_length},
        {"description", &SchemaCheck::ignore},
        {"example", &SchemaCheck::ignore},
        {"default", &SchemaCheck::ignore},
        {"deprecated", &SchemaCheck::ignore},
    };
    const auto found = keywords.find(name);
    return found == keywords.end() ? nullptr : found->second;
}

void SchemaCheck::check(const Json& value, const Json& schema, const std::string& place) {
    if (!schema.contains("$ref")) return apply({value, schema, place, ""});
    const std::string pointer = schema.at("$ref").get<std::string>().substr(1);
    apply({value, document_.at(Json::json_pointer(pointer)), place, pointer.substr(pointer.rfind('/') + 1)});
}

void SchemaCheck::apply(const Case& at) {
    for (const auto& [name, rule] : at.schema.items())
        if (const Keyword known = keyword(name))
            (this->*known)(at, rule);
        else
            problem(at, "the keyword " + name + " is not known here");
}

void SchemaCheck::problem(const Case& at, const std::string& what) {
    problems_.push_back((at.place.empty() ? "" : at.place + ": ") + what);
}

void SchemaCheck::check_type(const Case& at, const Json& type) {
    if (!is_of_type(at.value, type.get<std::string>()))
        problem(at, at.value.dump() + " is no " + type.get<std::string>());
}

void SchemaCheck::check_properties(const Case& at, const Json& properties) {
    if (!at.value.is_object()) return;
    for (const auto& [name, value] : at.value.items()) {
        if (!properties.contains(name)) {
            problem(at, name + " is not described");
            continue;
        }
        if (!at.name.empty()) seen_.insert(at.name + '.' + name);
        check(value, properties.at(name), below(at.place, name));
    }
}

void SchemaCheck::check_required(const Case& at, const Json& names) {
    for (const Json& name : names)
        if (at.value.is_object() && !at.value.contains(name.get<std::string>()))
            problem(at, name.get<std::string>() + " is missing");
}

void SchemaCheck::check_items(const Case& at, const Json& schema) {
    if (!at.value.is_array()) return;
    for (std::size_t i = 0; i < at.value.size(); ++i) check(at.value[i], schema, below(at.place, std::to_string(i)));
}

void SchemaCheck::check_enum(const Case& at, const Json& values) {
    if (std::find(values.begin(), values.end(), at.value) == values.end())
        problem(at, at.value.dump() + " is none of " + values.dump());
}

void SchemaCheck::check_format(const Case& at, const Json& format) {
    if (at.value.is_string() && !has_format(at.value.get<std::string>(), format.get<std::string>()))
        problem(at, at.value.dump() + " is no " + format.get<std::string>());
}

void SchemaCheck::check_pattern(const Case& at, const Json& pattern) {
    if (at.value.is_string() && !std::regex_search(at.value.get<std::string>(), std::regex(pattern.get<std::string>())))
        problem(at, at.value.dump() + " does not look like " + pattern.get<std::string>());
}

void SchemaCheck::check_minimum(const Case& at, const Json& least) {
    if (at.value.is_number() && at.value < least) problem(at, at.value.dump() + " is less than " + least.dump());
}

void SchemaCheck::check_maximum(const Case& at, const Json& most) {
    if (at.value.is_number() && at.value > most) problem(at, at.value.dump() + " is more than " + most.dump());
}

void SchemaCheck::check_min_length(const Case& at, const Json& least) {
    if (at.value.is_string() && length_of(at.value.get<std::string>()) < least.get<std::size_t>())
        problem(at, at.value.dump() + " is shorter than " + least.dump());
}

void SchemaCheck::check_max_length(const Case& at, const Json& most) {
    if (at.value.is_string() && length_of(at.value.get<std::string>()) > most.get<std::size_t>())
        problem(at, at.value.dump() + " is longer than " + most.dump());
}

}  // namespace schakel
