#include "searchd/application.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/http/accept_language.hpp"
#include "searchd/http/compression.hpp"
#include "searchd/http/entity_tag.hpp"
#include "searchd/http/header_text.hpp"
#include "searchd/query_log/asked_query.hpp"
#include "searchd/query_log/configured_query_log.hpp"

namespace schakel {

namespace {

constexpr std::string_view api_version = "1.0.0";

bool is_below(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

/// Whether programs ask there, who want JSON and no page, also when something is wrong.
bool is_for_programs(std::string_view path) { return is_below(path, "/v1") || is_below(path, "/status"); }

HttpResponse not_modified(const std::string& tag) { return {304, "", "", {{"ETag", tag}}}; }

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

const std::array<Route, 6> Application::page_routes{{
    {"/", &Application::search_page},
    {"/kennisproducten/{id}", &Application::product_page},
    {"/handleiding", &Application::handbook},
    {"/toegankelijkheid", &Application::accessibility_page},
    {"/op-uw-website", &Application::embedding_page},
    {"/insluiten", &Application::framed_page, MadeOf::now},
}};

const std::array<Route, 28> Application::routes{{
    {"/kennisproducten/{id}/ris", &Application::ris},
    {"/kennisproducten/{id}/bibtex", &Application::bibtex},
    {"/export.csv", &Application::csv_export},
    {"/export.ris", &Application::ris_export},
    {"/feed.atom", &Application::atom_feed},
    {"/opensearch.xml", &Application::open_search},
    {"/opensearch/suggesties", &Application::typed_suggestions, MadeOf::more},
    {"/sitemap.xml", &Application::site_map},
    {"/sitemap/{deel}", &Application::site_map},
    {"/robots.txt", &Application::robots},
    {"/sru", &Application::sru},
    {"/oai", &Application::oai, MadeOf::now},
    {"/v1/kennisproducten", &Application::search},
    {"/v1/kennisproducten/{id}", &Application::product},
    {"/v1/kennisproducten/{id}/vergelijkbaar", &Application::similar},
    {"/v1/facetten/{facet}", &Application::facet},
    {"/v1/suggesties", &Application::suggestions, MadeOf::more},
    {"/v1/themas", &Application::themes},
    {"/v1/domeinen", &Application::domains},
    {"/v1/regios", &Application::regions},
    {"/v1/kennispartners", &Application::partners},
    {"/v1/kennisvragen", &Application::questions, MadeOf::more},
    {"/v1/overzicht", &Application::overview},
    {"/v1/analyse", &Application::analysis},
    {"/v1/openapi.json", &Application::description, MadeOf::now},
    {"/metrics", &Application::measurements, MadeOf::now},
    {"/status/live", &Application::is_live, MadeOf::now},
    {"/status/gereed", &Application::is_ready, MadeOf::now},
}};

Application::Application(const Installation& installation, std::unique_ptr<LiveIndex> index, PageRenderer pages,
                         StaticFiles files, OpenApiDocument description, std::unique_ptr<AccessControl> access)
    : installation_(installation),
      index_(std::move(index)),
      pages_(std::move(pages)),
      files_(std::move(files)),
      description_(std::move(description)),
      access_(std::move(access)),
      query_log_(configured_query_log(installation.settings)),
      suggestions_(std::make_unique<LiveSuggestions>(
          installation, [this] { return frequent_queries(query_log_.get(), installation_.settings); })) {
    suggestions_->follow(index_->snapshot());
    measure(*metrics_, *index_, *access_, *counts_);
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
        response = problem_response({ErrorCode::internal,
                                     {"Er ging iets mis bij het beantwoorden van deze vraag.",
                                      "Something went wrong while answering this request."},
                                     {"Probeer het later opnieuw.", "Try again later."}},
                                    language);
    }
    admission.add_headers(response);
    if (find_header(response, "ETag") != nullptr) add_unless_there(response, "Cache-Control", "no-cache");
    add_common_headers(response);
    return response;
}

HttpResponse Application::route(const HttpRequest& request, Language language) const {
    if (request.method != "GET" && request.method != "HEAD") {
        HttpResponse refused = problem_response({ErrorCode::method_not_allowed,
                                                 {fmt::format("{} kan hier niet; gebruik GET.", request.method),
                                                  fmt::format("{} is not possible here; use GET.", request.method)},
                                                 {}},
                                                language);
        refused.headers.emplace_back("Allow", "GET, HEAD");
        return refused;
    }
    const PageAddress page = page_address(request.path);
    if (auto answer = answer_of(page_routes, request, page.path, page.language)) return std::move(*answer);
    if (auto answer = answer_of(routes, request, request.path, language)) return std::move(*answer);
    if (const StaticFile* file = files_.find(request.path)) return static_file(*file, request);
    const Error nothing = no_such_route(request.path);
    return is_for_programs(request.path) ? problem_response(nothing, language)
                                         : error_page({request, page.language, "", "/"}, nothing);
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

HttpResponse Application::tagged_answer(const Route& route, const Call& call) const {
    if (route.made_of == MadeOf::now) return (this->*route.answer)(call);
    const std::string& known = call.request.if_none_match;
    std::string tag;
    if (route.made_of == MadeOf::index) tag = tags_->of_request(call.request, call.language, index_->snapshot());
    if (!tag.empty() && names_tag(known, tag)) return not_modified(tag);
    HttpResponse response = (this->*route.answer)(call);
    if (response.status != 200) return response;
    if (tag.empty()) tag = AnswerTags::of_body(response.body);
    if (names_tag(known, tag) || names_any_tag(known)) return not_modified(tag);
    response.headers.emplace_back("ETag", std::move(tag));
    return response;
}

Result<Answer> Application::answered(const SearchRequest& request) const {
    auto answer = index_->answer(request);
    if (answer) {
        ++counts_->searches;
        if (answer->response->total == 0) ++counts_->without_results;
    }
    if (answer && query_log_)
        if (auto asked = asked_query(request, *answer->response)) query_log_->record(std::move(*asked));
    return answer;
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
