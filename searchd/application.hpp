#pragma once

#include <filesystem>
#include <memory>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/engine/live_index.hpp"
#include "searchd/http/http_message.hpp"
#include "searchd/page/page_renderer.hpp"
#include "searchd/page/static_files.hpp"
#include "searchd/request/request_parser.hpp"

namespace schakel {

/// Everything that answers requests, without the network: routes, the index, the pages. `handle` is safe from any thread and
/// never throws. `installation` must outlive it.
class Application {
public:
    /// Errors: those of opening the index, the templates and the static files.
    static Result<std::unique_ptr<Application>> create(const Installation& installation,
                                                       const std::filesystem::path& index,
                                                       const std::filesystem::path& web_folder);

    HttpResponse handle(const HttpRequest& request) const;

private:
    Application(const Installation& installation, std::unique_ptr<LiveIndex> index, PageRenderer pages,
                StaticFiles files);

    HttpResponse route(const HttpRequest& request, Language language) const;
    HttpResponse api(const HttpRequest& request, Language language) const;
    HttpResponse search(const HttpRequest& request, Language language) const;
    HttpResponse analysis(const HttpRequest& request, Language language) const;
    HttpResponse product(std::string_view id, const HttpRequest& request, Language language) const;
    HttpResponse search_page(const HttpRequest& request) const;
    HttpResponse product_page(std::string_view id, const HttpRequest& request) const;
    HttpResponse error_page(const Error& error) const;

    const Installation& installation_;
    std::unique_ptr<LiveIndex> index_;
    PageRenderer pages_;
    StaticFiles files_;
};

}  // namespace schakel
