#include "searchd/embedding/embedding.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "searchd/answers.hpp"
#include "searchd/embedding/embedding_view.hpp"
#include "searchd/embedding/framed_view.hpp"
#include "searchd/embedding/framing_policy.hpp"
#include "searchd/overview/referrals.hpp"
#include "searchd/page/form_parameters.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/request/request_parser.hpp"

namespace schakel {

namespace {

/// The page called `name` with `view` in the section of that name.
std::string page(const PageRenderer& pages, const std::string& name, const Phrase& title, TemplateData view,
                 const PageContext& context) {
    TemplateData whole;
    whole[name] = std::move(view);
    return pages.plain_page(name, title.in(context.language), std::move(whole), context);
}

HttpResponse framed(int status, const PageRenderer& pages, TemplateData view, const PageContext& context) {
    return html_response(status, page(pages, "framed", {"Zoeken", "Search"}, std::move(view), context));
}

HttpResponse error_in_frame(const Error& error, std::string_view site, const PageRenderer& pages,
                            const PageContext& context) {
    return framed(row_of(error.code).http_status, pages, framed_error_view(error, site, context.language), context);
}

HttpResponse search_in_frame(const Call& call, const Installation& installation, AskedSearches& searches,
                             const PageRenderer& pages) {
    const std::string& site = installation.settings.site.name;
    const PageContext context = page_context(call, installation.settings);
    auto asked = parse_search_request(filled_in(call.request.query), installation, *searches.index().snapshot());
    if (!asked) return error_in_frame(wrong_form(asked.error()), site, pages, context);
    asked->facets.clear();
    const auto answer = searches.answer(*asked);
    if (!answer) return error_in_frame(answer.error(), site, pages, context);
    const auto referrals = referrals_after(*answer->response, *asked, searches.index());
    if (!referrals) return error_in_frame(referrals.error(), site, pages, context);
    return framed(200, pages, framed_view(*asked, *answer->response, *referrals, installation, call.language), context);
}

}  // namespace

HttpResponse answer_embedding_page(const Call& call, const Installation& installation, LiveIndex&,
                                   const PageRenderer& pages) {
    const PageContext context = page_context(call, installation.settings);
    TemplateData view = embedding_view(context, installation.settings);
    return html_response(200, page(pages, "embedding", {"Op uw website", "On your website"}, std::move(view), context));
}

HttpResponse answer_framed_page(const Call& call, const Installation& installation, AskedSearches& searches,
                                const PageRenderer& pages) {
    HttpResponse response = search_in_frame(call, installation, searches, pages);
    response.headers.emplace_back("Content-Security-Policy", framing_policy(installation.settings.site.embedders));
    // Whoever finds a page by a search engine is better off with the whole page.
    response.headers.emplace_back("X-Robots-Tag", "noindex");
    return response;
}

}  // namespace schakel
