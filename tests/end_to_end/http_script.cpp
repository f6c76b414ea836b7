#include "tests/end_to_end/http_script.hpp"

#include <cctype>
#include <regex>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

namespace schakel {

namespace {

using nlohmann::ordered_json;

struct ScriptedRequest {
    std::string method;
    std::string written;  // target as in the script
    std::map<std::string, std::string> headers;
    std::vector<std::string> paths;
    std::string form;
};

/// The target with what may not go over the wire percent-encoded.
std::string wire_form(const std::string& written) {
    std::string target;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const auto byte = static_cast<unsigned char>(written[i]);
        if (written.compare(i, 2, "\\x") == 0 && i + 3 < written.size()) {
            target += '%' + written.substr(i + 2, 2);
            i += 3;
        } else if (byte <= 0x20 || byte >= 0x7F || byte == '"' || byte == '<' || byte == '>') {
            target += fmt::format("%{:02X}", byte);
        } else {
            target += written[i];
        }
    }
    return target;
}

bool is_method_line(const std::string& line) {
    const std::size_t end = line.find(' ');
    return end != std::string::npos && line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == end &&
           line.compare(end + 1, 1, "/") == 0;
}

std::vector<ScriptedRequest> requests_of(const std::string& script) {
    std::vector<ScriptedRequest> requests;
    std::istringstream lines(script);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t colon = line.find(": ");
        if (line.empty()) continue;
        if (is_method_line(line))
            requests.push_back({line.substr(0, line.find(' ')), line.substr(line.find(' ') + 1), {}, {}, {}});
        else if (requests.empty())
            throw std::runtime_error("no request stands above: " + line);
        else if (line.starts_with("= "))
            requests.back().form = line.substr(2);
        else if (line.starts_with("> "))
            requests.back().paths.push_back(line.substr(2));
        else if (colon != std::string::npos)
            requests.back().headers[line.substr(0, colon)] = line.substr(colon + 2);
        else
            throw std::runtime_error("not a line of a script: " + line);
    }
    return requests;
}

void append_tree(std::string& text, const ordered_json& values, std::size_t depth) {
    for (const ordered_json& value : values) {
        text += fmt::format("\n{:{}}{} {} {}", "", 2 + 2 * depth, value.at("code").get<std::string>(),
                            value.at("aantal").get<int>(), value.at("status").get<std::string>());
        append_tree(text, value.at("kinderen"), depth + 1);
    }
}

std::string text_of(const ordered_json& value) {
    const bool is_facet = value.is_array() && !value.empty() && value.front().is_object() &&
                          value.front().contains("kinderen") && value.front().contains("aantal");
    if (!is_facet) return ' ' + value.dump();
    std::string text;
    append_tree(text, value, 0);
    return text;
}

/// What stands at `path` below `object`; an array when the path holds a *. An absent value is left out.
ordered_json at(const ordered_json& object, const std::string& path) {
    if (path.empty()) return object;
    const std::size_t dot = path.find('.');
    const std::string name = path.substr(0, dot);
    const std::string rest = dot == std::string::npos ? "" : path.substr(dot + 1);
    if (name == "*") {
        ordered_json all = ordered_json::array();
        for (const ordered_json& element : object)
            if (ordered_json found = at(element, rest); !found.is_discarded()) all.push_back(std::move(found));
        return all;
    }
    if (!object.is_object() || !object.contains(name)) return ordered_json(ordered_json::value_t::discarded);
    return at(object.at(name), rest);
}

std::string shown_body(const HttpAnswer& answer, const ScriptedRequest& request) {
    if (answer.header("content-type").find("json") == std::string::npos || answer.body.empty()) return "";
    const ordered_json body = answer.json();
    std::string text;
    for (const std::string& path : request.paths) text += shown_at(body, path) + '\n';
    if (request.paths.empty()) text = body.dump(2) + '\n';
    return std::regex_replace(text, std::regex(R"(("?duurMs"?[:=] ?)[0-9.]+)"), "$1<duur>");
}

std::string shown_answer(const HttpAnswer& answer, const ScriptedRequest& request) {
    std::string text = std::to_string(answer.status) + ' ' + answer.header("content-type") + '\n';
    if (answer.header("api-version").empty()) text += "(no API-Version)\n";
    if (!answer.header("allow").empty()) text += "Allow: " + answer.header("allow") + '\n';
    if (request.method == "HEAD")
        text += answer.body.empty() && answer.header("content-length") != "0" ? "(length, no body)\n" : "(body!)\n";
    return text + shown_body(answer, request);
}

/// Who writes no other type sends a form as one.
std::map<std::string, std::string> headers_of(const ScriptedRequest& request) {
    std::map<std::string, std::string> headers = request.headers;
    if (!request.form.empty()) headers.emplace("Content-Type", "application/x-www-form-urlencoded");
    return headers;
}

}  // namespace

std::string shown_at(const ordered_json& object, const std::string& path) {
    const ordered_json found = at(object, path);
    return path + ':' + (found.is_discarded() ? " (absent)" : text_of(found));
}

std::string run_http_script(HttpClient& client, const std::string& script) {
    std::string result;
    for (const ScriptedRequest& request : requests_of(script)) {
        const HttpAnswer answer =
            client.send(request.method, wire_form(request.written), headers_of(request), wire_form(request.form));
        result += request.method + ' ' + request.written + '\n' + shown_answer(answer, request);
    }
    return result;
}

}  // namespace schakel
