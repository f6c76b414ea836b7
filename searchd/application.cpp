#include "searchd/application.hpp"

#include <chrono>
#include <utility>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "searchd/address.hpp"
#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/http/accept_language.hpp"
#include "searchd/http/compression.hpp"
#include "searchd/http/entity_tag.hpp"
#include "searchd/http/header_text.hpp"
#include "searchd/http/refusal.hpp"
#include "searchd/query_log/configured_query_log.hpp"

namespace schakel {

namespace {

constexpr std::string_view api_version = "1.0.0";

/// How long a start may wait for suggestions: those of a large index come when they are ready.
constexpr std::chrono::seconds suggestions_patience{2};

HttpResponse not_modified(const std::string& tag) { return {304, "", "", {{"ETag", tag}}}; }

HttpResponse unknown_method(const HttpRequest& request, Language language) {
    const Text known =
        takes_forms(request.path) ? Text{"gebruik GET of POST", "use GET or POST"} : Text{"gebruik GET", "use GET"};
    HttpResponse refused = problem_response({ErrorCode::method_not_allowed,
                                             {fmt::format("{} kan hier niet; {}.", request.method, known.nl),
                                              fmt::format("{} is not possible here; {}.", request.method, known.en)},
                                             {}},
                                            language);
    refused.headers.emplace_back("Allow", methods_of(request.path));
    return refused;
}

HttpResponse no_form(Language language) {
    HttpResponse refused =
        problem_response({ErrorCode::unsupported_format,
                          {"Dit adres leest alleen formulieren.", "This address reads forms only."},
                          {fmt::format("Stuur de parameters met Content-Type: {}.", form_media_type),
                           fmt::format("Send the parameters with Content-Type: {}.", form_media_type)}},
                         language);
    refused.headers.emplace_back("Accept-Post", form_media_type);
    return refused;
}

/// The same question as an address: parameters of the form behind those of the address.
HttpRequest as_address(HttpRequest request) {
    if (!request.query.empty()) request.query += '&';
    request.query += *std::exchange(request.form, std::nullopt);
    return request;
}

}  // namespace

void add_common_headers(HttpResponse& response) {
    add_unless_there(response, "API-Version", api_version);
    add_unless_there(response, "X-Content-Type-Options", "nosniff");
    // What a 304 says takes the place of what the answer said that the client has.
    if (response.status != 304 && find_header(response, "Content-Security-Policy") == nullptr) {
        response.headers.emplace_back(
            "Content-Security-Policy",
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        add_unless_there(response, "X-Frame-Options", "DENY");
    }
    add_unless_there(response, "Referrer-Policy", "same-origin");
    add_to_vary(response, "Accept-Language");
}

Application::Application(const Installation& installation, std::unique_ptr<LiveIndex> index, PageRenderer pages,
                         StaticFiles files, OpenApiDocument description, std::unique_ptr<AccessControl> access)
    : installation_(installation),
      index_(std::move(index)),
      pages_(std::move(pages)),
      files_(std::move(files)),
      description_(std::move(description)),
      access_(std::move(access)),
      query_log_(configured_query_log(installation.settings)),
      searches_(std::make_unique<AskedSearches>(*index_, query_log_.get())),
      suggestions_(std::make_unique<LiveSuggestions>(
          installation, [this] { return frequent_queries(query_log_.get(), installation_.settings); })) {
    suggestions_->follow(index_->snapshot());
    suggestions_->wait_until_made(suggestions_patience);
    measure(*metrics_, *index_, *access_, searches_->counts());
}

Result<std::unique_ptr<Application>> Application::create(const Installation& installation,
                                                         const std::filesystem::path& index,
                                                         const std::filesystem::path& web_folder) {
    auto pages = PageRenderer::load(web_folder, installation);
    if (!pages) return tl::unexpected(pages.error());
    auto files = StaticFiles::load(web_folder / "static");
    if (!files) return tl::unexpected(files.error());
    if (const auto added = files->add(web_folder / "widget", "/widget/"); !added) return tl::unexpected(added.error());
    auto description = OpenApiDocument::load(web_folder / "openapi.json", api_version);
    if (!description) return tl::unexpected(description.error());
    auto access = AccessControl::create(installation.settings);
    if (!access) return tl::unexpected(access.error());
    auto live = LiveIndex::open(index, installation);
    if (!live) return tl::unexpected(live.error());
    return std::unique_ptr<Application>(new Application(installation, std::move(*live), std::move(*pages),
                                                        std::move(*files), std::move(*description),
                                                        std::move(*access)));
}

HttpResponse Application::handle(const HttpRequest& request) const {
    const Language language = preferred_language(request.accept_language);
    Admission admission;
    HttpResponse response;
    try {
        admission = access_->admit(request, language);
        response = admission.answer ? std::move(*admission.answer) : route(request, language);
    } catch (const std::exception& problem) {
        spdlog::error("{}: {}", request.path, problem.what());
        response = refusal_response(Refusal::internal_error, language);
    }
    admission.add_headers(response);
    if (find_header(response, "ETag") != nullptr) add_unless_there(response, "Cache-Control", "no-cache");
    add_common_headers(response);
    return response;
}

HttpResponse Application::route(const HttpRequest& request, Language language) const {
    if (!knows_method(request.path, request.method)) return unknown_method(request, language);
    if (request.method == "POST") return posted(request, language);
    const PageAddress page = page_address(request.path);
    if (auto answer = answer_of(page_routes, request, page.path, page.language)) return std::move(*answer);
    const Language liked = page.language == Language::english ? page.language : language;
    if (auto answer = answer_of(take_along_routes, request, page.path, liked)) return std::move(*answer);
    if (auto answer = answer_of(routes, request, request.path, language)) return std::move(*answer);
    if (const StaticFile* file = files_.find(request.path)) return static_file(*file, request);
    const Error nothing = no_such_route(request.path);
    return is_for_programs(request.path) ? problem_response(nothing, language)
                                         : error_page({request, page.language, "", "/"}, nothing);
}

HttpResponse Application::posted(const HttpRequest& request, Language language) const {
    if (!request.form) return no_form(language);
    const HttpRequest asked = as_address(request);
    if (auto answer = answer_of(routes, asked, asked.path, language)) return std::move(*answer);
    return problem_response(no_such_route(asked.path), language);
}

std::optional<HttpResponse> Application::answer_of(std::span<const Route> among, const HttpRequest& request,
                                                   std::string_view path, Language language) const {
    for (const Route& route : among)
        if (auto argument = argument_in(path, route.pattern)) {
            HttpResponse response = tagged_answer(route, {request, language, std::move(*argument), path});
            response.route = route.pattern;
            return response;
        }
    return std::nullopt;
}

HttpResponse Application::answered_by(const Route& route, const Call& call) const {
    if (const auto* own = std::get_if<0>(&route.answer)) return (this->*(*own))(call);
    return std::get<1>(route.answer)(call, installation_, *index_);
}

HttpResponse Application::tagged_answer(const Route& route, const Call& call) const {
    const bool has_tag = route.made_of != MadeOf::now && call.request.method != "POST";  // RFC 9110 § 13.1.2
    if (!has_tag) return answered_by(route, call);
    const std::string& known = call.request.if_none_match;
    std::string tag;
    if (route.made_of == MadeOf::index) tag = tags_->of_request(call.request, call.language, index_->snapshot());
    if (!tag.empty() && names_tag(known, tag)) return not_modified(tag);
    HttpResponse response = answered_by(route, call);
    if (response.status != 200) return response;
    if (tag.empty()) tag = AnswerTags::of_body(response.body);
    if (names_tag(known, tag) || names_any_tag(known)) return not_modified(tag);
    response.headers.emplace_back("ETag", std::move(tag));
    return response;
}

HttpResponse Application::measurements(const Call&) const {
    return {200, std::string(HttpMetrics::content_type), metrics_->text(), {}};
}

HttpResponse Application::static_file(const StaticFile& file, const HttpRequest& request) const {
    HttpResponse response{200, file.media_type, "", {{"ETag", file.etag}, {"Cache-Control", file.cache_control}}};
    if (names_tag(request.if_none_match, file.etag) || names_any_tag(request.if_none_match)) {
        response.status = 304;
        return response;
    }
    if (file.packed.empty() || !accepts_gzip(request.header("accept-encoding"))) {
        response.body = file.content;
        return response;
    }
    response.body = file.packed;
    *find_header(response, "ETag") = "W/" + file.etag;  // of other bytes that say the same
    response.headers.emplace_back("Content-Encoding", "gzip");
    response.headers.emplace_back("Vary", "Accept-Encoding");
    return response;
}

}  // namespace schakel
