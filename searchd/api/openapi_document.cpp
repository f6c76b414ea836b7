#include "searchd/api/openapi_document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/content_hash.hpp"
#include "config/file.hpp"
#include "searchd/request/public_address.hpp"

namespace schakel {

using nlohmann::ordered_json;

namespace {

// They stand where an installation fills something in; JSON writes a control character as an escape that no document
// has elsewhere.
constexpr std::string_view contact_mark = "\x01";
constexpr std::string_view servers_mark = "\x02";

/// info.version; empty when the document is no JSON object that has one.
std::string described_version(const ordered_json& document) {
    if (!document.is_object() || !document.contains("info") || !document["info"].is_object()) return {};
    const auto version = document["info"].find("version");
    return version != document["info"].end() && version->is_string() ? version->get<std::string>() : std::string();
}

tl::unexpected<Error> not_this_api(const std::filesystem::path& file, std::string_view api_version) {
    return fail(
        ErrorCode::malformed,
        {fmt::format("{}: dit is geen OpenAPI-document van versie {}", file.string(), api_version),
         fmt::format("{}: this is no OpenAPI document of version {}", file.string(), api_version)},
        {"Zet het bestand terug dat bij dit programma hoort.", "Put back the file that belongs to this program."});
}

bool has_tag(std::string_view if_none_match, std::string_view etag) {
    return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

/// As JSON. Host names come from whoever asks, so they need not be UTF-8.
std::string written(const ordered_json& value) {
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string contact_of(const Settings::Site& site, const std::string& address) {
    ordered_json contact{{"name", site.organisation.empty() ? site.name : site.organisation}, {"url", address}};
    if (!site.contact.empty()) contact["email"] = site.contact;
    return written(contact);
}

std::string servers_of(const Settings::Site& site, const std::string& address) {
    return written(ordered_json::array({{{"url", address + "/v1"}, {"description", site.name + ", versie 1"}}}));
}

/// Cuts `text` at the mark, as JSON writes it, and leaves what is behind it.
std::string cut_at(std::string& text, std::string_view mark) {
    const std::string quoted = written(std::string(mark));
    const std::size_t at = text.find(quoted);
    std::string before = text.substr(0, at);
    text.erase(0, at + quoted.size());
    return before;
}

}  // namespace

Result<OpenApiDocument> OpenApiDocument::load(const std::filesystem::path& file, std::string_view api_version) {
    const auto content = read_file(file);
    if (!content) return tl::unexpected(content.error());
    auto json = ordered_json::parse(*content, nullptr, false);
    if (described_version(json) != api_version) return not_this_api(file, api_version);
    json["info"]["contact"] = contact_mark;
    json.erase("servers");
    json["servers"] = servers_mark;  // now behind info
    std::string text = written(json);
    OpenApiDocument document;
    document.before_contact_ = cut_at(text, contact_mark);
    document.before_servers_ = cut_at(text, servers_mark);
    document.behind_servers_ = std::move(text);
    return document;
}

std::string OpenApiDocument::content_of(const std::string& contact, const std::string& servers) const {
    return before_contact_ + contact + before_servers_ + servers + behind_servers_;
}

HttpResponse OpenApiDocument::answer(const HttpRequest& request, const Settings& settings) const {
    const std::string address = public_address(request, settings);
    std::string content = content_of(contact_of(settings.site, address), servers_of(settings.site, address));
    ContentHash hash;
    hash.add("", content);
    const std::string etag = '"' + hash.hex() + '"';
    HttpHeaders headers{{"ETag", etag},
                        {"Cache-Control", "public, no-cache"},
                        {"Content-Language", "nl"},
                        {"Access-Control-Allow-Origin", "*"}};
    if (has_tag(request.if_none_match, etag)) return {304, "application/json", "", std::move(headers), ""};
    return {200, "application/json", std::move(content), std::move(headers), ""};
}

}  // namespace schakel
