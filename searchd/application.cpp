#include "searchd/application.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "searchd/api/problem.hpp"
#include "searchd/api/render_json.hpp"

namespace schakel {

namespace {

constexpr std::string_view api_version = "1.0.0";
constexpr std::string_view api_products = "/v1/kennisproducten";
constexpr std::string_view page_products = "/kennisproducten/";
constexpr std::string_view handbook = "/handleiding";

Language language_of(const HttpRequest& request) {
    return request.accept_language.starts_with("en") ? Language::english : Language::dutch;
}

HttpResponse json(std::string body) { return {200, "application/json", std::move(body), {}}; }
HttpResponse html(int status, std::string body) { return {status, "text/html; charset=utf-8", std::move(body), {}}; }

Error no_such_route(std::string_view path) {
    return {ErrorCode::not_found,
            {fmt::format("Het adres {} bestaat niet.", path), fmt::format("There is nothing at {}.", path)},
            {}};
}

Error no_such_product(std::string_view id) {
    return {ErrorCode::no_such_product,
            {fmt::format("Er is geen kennisproduct met id {}.", id),
             fmt::format("There is no knowledge product with id {}.", id)},
            {}};
}

/// The part of `path` behind `prefix`, decoded, when it is one whole segment.
std::optional<std::string> segment_behind(std::string_view path, std::string_view prefix) {
    if (!path.starts_with(prefix) || path.size() == prefix.size()) return std::nullopt;
    path.remove_prefix(prefix.size());
    if (path.find('/') != std::string_view::npos) return std::nullopt;
    return percent_decode(path, false);
}

bool is_below(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

/// The fields of the search form that were left empty say nothing.
QueryParameters filled_in(QueryParameters parameters) {
    std::erase_if(parameters,
                  [](const auto& parameter) { return parameter.second.empty() && parameter.first != "zoek"; });
    return parameters;
}

/// The ids of records that a product points to; some may not be in the index.
std::vector<std::string> ids_beside(const StoredRecord& record) {
    std::vector<std::string> ids;
    for (const StoredRelation& relation : record.relations) ids.push_back(relation.id);
    if (!record.successor.empty()) ids.push_back(record.successor);
    return ids;
}

Text all_problems(const std::vector<ParameterProblem>& problems) {
    Text text;
    for (const ParameterProblem& problem : problems) {
        const std::string separator = text.empty() ? "" : " ";
        text.nl += fmt::format("{}{}: {}", separator, problem.parameter, problem.message.nl);
        text.en += fmt::format("{}{}: {}", separator, problem.parameter, problem.message.en);
    }
    return text;
}

/// Every parameter of an address that takes none.
std::vector<ParameterProblem> unwanted_parameters(const HttpRequest& request, const Text& message) {
    std::vector<ParameterProblem> problems;
    for (const auto& [name, value] : parse_parameters(request.query)) problems.push_back({name, message});
    return problems;
}

void add_common_headers(HttpResponse& response) {
    response.headers.emplace_back("API-Version", api_version);
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
    response.headers.emplace_back("X-Frame-Options", "DENY");
    response.headers.emplace_back("Referrer-Policy", "same-origin");
    response.headers.emplace_back("Vary", "Accept-Language");
}

}  // namespace

Application::Application(const Installation& installation, std::unique_ptr<LiveIndex> index, PageRenderer pages,
                         StaticFiles files)
    : installation_(installation), index_(std::move(index)), pages_(std::move(pages)), files_(std::move(files)) {}

Result<std::unique_ptr<Application>> Application::create(const Installation& installation,
                                                         const std::filesystem::path& index,
                                                         const std::filesystem::path& web_folder) {
    auto pages = PageRenderer::load(web_folder, installation);
    if (!pages) return tl::unexpected(pages.error());
    auto files = StaticFiles::load(web_folder / "static");
    if (!files) return tl::unexpected(files.error());
    auto live = LiveIndex::open(index, installation);
    if (!live) return tl::unexpected(live.error());
    return std::unique_ptr<Application>(
        new Application(installation, std::move(*live), std::move(*pages), std::move(*files)));
}

HttpResponse Application::handle(const HttpRequest& request) const {
    const Language language = language_of(request);
    HttpResponse response;
    try {
        response = route(request, language);
    } catch (const std::exception& problem) {
        spdlog::error("{}: {}", request.path, problem.what());
        response = problem_response({ErrorCode::internal,
                                     {"Er ging iets mis bij het beantwoorden van deze vraag.",
                                      "Something went wrong while answering this request."},
                                     {"Probeer het later opnieuw.", "Try again later."}},
                                    language);
    }
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
    if (request.path == "/status/live") return json(R"({"status":"live"})");
    if (is_below(request.path, "/v1") || is_below(request.path, "/status")) return api(request, language);
    if (request.path == "/") return search_page(request);
    if (request.path == handbook) return html(200, pages_.handbook_page());
    if (const auto id = segment_behind(request.path, page_products)) return product_page(*id, request);
    if (const StaticFile* file = files_.find(request.path)) {
        HttpResponse response{
            200, file->media_type, "", {{"ETag", file->etag}, {"Cache-Control", file->cache_control}}};
        if (request.if_none_match == file->etag)
            response.status = 304;
        else
            response.body = file->content;
        return response;
    }
    return error_page(no_such_route(request.path));
}

HttpResponse Application::api(const HttpRequest& request, Language language) const {
    const Vocabularies& vocabularies = installation_.vocabularies;
    if (request.path == "/status/gereed") {
        const auto searcher = index_->searcher();
        if (!searcher) return problem_response(searcher.error(), language);
        const IndexSnapshot& snapshot = (*searcher)->snapshot();
        return json(fmt::format(R"({{"status":"gereed","generatie":{},"producten":{}}})", snapshot.generation(),
                                snapshot.living()));
    }
    if (request.path == "/v1/analyse") return analysis(request, language);
    if (request.path == api_products) return search(request, language);
    if (const auto id = segment_behind(request.path, std::string(api_products) + "/"))
        return product(*id, request, language);
    const bool list = request.path == "/v1/themas" || request.path == "/v1/domeinen" || request.path == "/v1/regios";
    if (list)
        if (const auto unwanted =
                unwanted_parameters(request, {"Deze lijst heeft geen parameters.", "This list takes no parameters."});
            !unwanted.empty())
            return problem_response(unwanted, language);
    if (request.path == "/v1/themas") return json(render_vocabulary("themas", vocabularies.at("thema"), language));
    if (request.path == "/v1/domeinen") return json(render_vocabulary("domeinen", vocabularies.at("domein"), language));
    if (request.path == "/v1/regios") return json(render_regions(installation_.regions));
    return problem_response(no_such_route(request.path), language);
}

HttpResponse Application::search(const HttpRequest& request, Language language) const {
    const auto searcher = index_->searcher();
    if (!searcher) return problem_response(searcher.error(), language);
    const auto asked = parse_search_request(parse_parameters(request.query), installation_, (*searcher)->snapshot());
    if (!asked) return problem_response(asked.error(), language);
    const auto response = (*searcher)->search(*asked);
    if (!response) return problem_response(response.error(), language);
    return json(render_search(*asked, *response, installation_, language));
}

HttpResponse Application::analysis(const HttpRequest& request, Language language) const {
    const auto text = parse_analysis_request(parse_parameters(request.query));
    if (!text) return problem_response(text.error(), language);
    const auto searcher = index_->searcher();
    if (!searcher) return problem_response(searcher.error(), language);
    return json((*searcher)->analysis(*text));
}

HttpResponse Application::product(std::string_view id, const HttpRequest& request, Language language) const {
    if (const auto unwanted =
            unwanted_parameters(request, {"Dit adres heeft geen parameters.", "This address takes no parameters."});
        !unwanted.empty())
        return problem_response(unwanted, language);
    const auto searcher = index_->searcher();
    if (!searcher) return problem_response(searcher.error(), language);
    const auto record = (*searcher)->find(id);
    if (!record) return problem_response(record.error(), language);
    if (!*record) return problem_response(no_such_product(id), language);
    return json(render_product(**record, installation_, language));
}

HttpResponse Application::search_page(const HttpRequest& request) const {
    const auto searcher = index_->searcher();
    if (!searcher) return error_page(searcher.error());
    auto asked =
        parse_search_request(filled_in(parse_parameters(request.query)), installation_, (*searcher)->snapshot());
    if (!asked) return error_page({ErrorCode::bad_parameter, all_problems(asked.error()), {}});
    asked->facets = PageRenderer::facets();
    const auto response = (*searcher)->search(*asked);
    if (!response) return error_page(response.error());
    return html(200, pages_.search_page(*asked, *response));
}

HttpResponse Application::product_page(std::string_view id, const HttpRequest& request) const {
    const auto searcher = index_->searcher();
    if (!searcher) return error_page(searcher.error());
    const auto record = (*searcher)->find(id);
    if (!record) return error_page(record.error());
    if (!*record) return error_page(no_such_product(id));
    std::vector<StoredRecord> related;
    for (const std::string& other : ids_beside(**record))
        if (auto found = (*searcher)->find(other); found && *found) related.push_back(std::move(**found));
    return html(200, pages_.product_page(**record, related, request.query));
}

HttpResponse Application::error_page(const Error& error) const {
    const ErrorRow& row = row_of(error.code);
    return html(row.http_status, pages_.error_page(row.http_status, row.title_nl, error.message.nl, error.hint.nl));
}

}  // namespace schakel
