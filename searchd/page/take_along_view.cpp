#include "searchd/page/take_along_view.hpp"

#include <string>

#include "searchd/page/links.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

constexpr std::uint64_t most_exported = 1000;  // what /export.csv and /export.ris give of one search

}  // namespace

TemplateData take_along_view(const SearchRequest& request, std::uint64_t total, const PageContext& context) {
    TemplateData view;
    view["share_address"] = TemplateData{whole_address(context, search_address(with_words(request, request.query)))};
    view["csv_address"] = TemplateData{address_of_all("/export.csv", request)};
    view["ris_address"] = TemplateData{address_of_all("/export.ris", request)};
    view["feed_address"] = TemplateData{address_of_all("/feed.atom", request)};
    view["most"] = total > most_exported ? TemplateData{grouped(most_exported, context.language)} : TemplateData{false};
    return view;
}

}  // namespace schakel
