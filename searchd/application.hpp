#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/access/access_control.hpp"
#include "searchd/answer_tags.hpp"
#include "searchd/api/openapi_document.hpp"
#include "searchd/asked_searches.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/http/http_metrics.hpp"
#include "searchd/live_measurements.hpp"
#include "searchd/oai/record_list.hpp"
#include "searchd/page/page_renderer.hpp"
#include "searchd/page/static_files.hpp"
#include "searchd/query_log/query_log.hpp"
#include "searchd/route.hpp"
#include "searchd/suggestions/live_suggestions.hpp"

namespace schakel {

/// The headers that every answer has, also those of the server itself, unless it has one by that name. An answer with its own
/// Content-Security-Policy says there who may frame it.
void add_common_headers(HttpResponse& response);

/// Everything that answers requests, without the network: routes, the index, the pages. `handle` is safe from any thread and
/// never throws. `installation` must outlive it.
class Application {
public:
    /// Errors: those of opening the index, the templates, the static files and the document of the API.
    static Result<std::unique_ptr<Application>> create(const Installation& installation,
                                                       const std::filesystem::path& index,
                                                       const std::filesystem::path& web_folder);

    HttpResponse handle(const HttpRequest& request) const;

    /// What `/metrics` tells; the server adds what it measures. Its text may be asked for as long as this lives.
    std::shared_ptr<HttpMetrics> metrics() const { return metrics_; }

private:
    Application(const Installation& installation, std::unique_ptr<LiveIndex> index, PageRenderer pages,
                StaticFiles files, OpenApiDocument description, std::unique_ptr<AccessControl> access);

    static const std::array<Route, 6> page_routes;        // in Dutch, and below /en in English
    static const std::array<Route, 7> take_along_routes;  // below /en in English, else in the language the client likes
    static const std::array<Route, 21> routes;

    HttpResponse route(const HttpRequest& request, Language language) const;
    HttpResponse posted(const HttpRequest& request, Language language) const;
    /// Nothing when none of them is at `path`.
    std::optional<HttpResponse> answer_of(std::span<const Route> among, const HttpRequest& request,
                                          std::string_view path, Language language) const;
    HttpResponse answered_by(const Route& route, const Call& call) const;
    HttpResponse tagged_answer(const Route& route, const Call& call) const;

    Result<Answer> answered(const SearchRequest& request) const { return searches_->answer(request); }

    // What the routes answer: api_answers.cpp …
    HttpResponse is_live(const Call& call) const;
    HttpResponse measurements(const Call& call) const;
    HttpResponse is_ready(const Call& call) const;
    HttpResponse search(const Call& call) const;
    HttpResponse product(const Call& call) const;
    HttpResponse themes(const Call& call) const;
    HttpResponse domains(const Call& call) const;
    HttpResponse regions(const Call& call) const;
    HttpResponse analysis(const Call& call) const;
    HttpResponse suggestions(const Call& call) const;
    HttpResponse facet(const Call& call) const;
    HttpResponse similar(const Call& call) const;
    HttpResponse description(const Call& call) const;

    // … other_answers.cpp …
    HttpResponse sru(const Call& call) const;
    HttpResponse oai(const Call& call) const;
    HttpResponse typed_suggestions(const Call& call) const;
    HttpResponse questions(const Call& call) const;
    HttpResponse embedding_page(const Call& call) const;
    HttpResponse framed_page(const Call& call) const;

    // … and page_answers.cpp.
    HttpResponse accessibility_page(const Call& call) const;
    HttpResponse search_page(const Call& call) const;
    HttpResponse product_page(const Call& call) const;
    HttpResponse handbook(const Call& call) const;
    HttpResponse error_page(const Call& call, const Error& error) const;
    PageContext context_of(const Call& call) const;
    HttpResponse static_file(const StaticFile& file, const HttpRequest& request) const;

    const Installation& installation_;
    std::unique_ptr<LiveIndex> index_;
    PageRenderer pages_;
    StaticFiles files_;
    OpenApiDocument description_;
    std::unique_ptr<AccessControl> access_;
    std::unique_ptr<AnswerTags> tags_ = std::make_unique<AnswerTags>();
    std::shared_ptr<HttpMetrics> metrics_ = std::make_shared<HttpMetrics>();
    mutable CurrentRecordList record_lists_;
    std::unique_ptr<QueryLog>
        query_log_;  // null = queries are not kept; outlives searches_ and the thread of suggestions_
    std::unique_ptr<AskedSearches> searches_;
    std::unique_ptr<LiveSuggestions> suggestions_;
};

}  // namespace schakel
