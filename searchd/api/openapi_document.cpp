#include "searchd/api/openapi_document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "config/content_hash.hpp"
#include "config/file.hpp"

namespace schakel {

namespace {

/// info.version; empty when the text is no JSON object that has one.
std::string described_version(const std::string& content) {
    const auto document = nlohmann::json::parse(content, nullptr, false);
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

}  // namespace

Result<OpenApiDocument> OpenApiDocument::load(const std::filesystem::path& file, std::string_view api_version) {
    auto content = read_file(file);
    if (!content) return tl::unexpected(content.error());
    if (described_version(*content) != api_version) return not_this_api(file, api_version);
    ContentHash hash;
    hash.add("", *content);
    OpenApiDocument document;
    document.content_ = std::move(*content);
    document.etag_ = '"' + hash.hex() + '"';
    return document;
}

HttpResponse OpenApiDocument::answer(const HttpRequest& request) const {
    HttpHeaders headers{{"ETag", etag_}, {"Cache-Control", "public, no-cache"}, {"Access-Control-Allow-Origin", "*"}};
    if (has_tag(request.if_none_match, etag_)) return {304, "application/json", "", std::move(headers), ""};
    return {200, "application/json", content_, std::move(headers), ""};
}

}  // namespace schakel
