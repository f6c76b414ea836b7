#include "searchd/page/paging_view.hpp"

#include <algorithm>
#include <vector>

#include "searchd/page/links.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

constexpr int neighbours = 2;  // pages linked on both sides of the current one

std::string number_of(int page, Language language) { return grouped(static_cast<std::uint64_t>(page), language); }

TemplateData link_to(const SearchRequest& request, int page, Language language) {
    TemplateData view;
    view["address"] = TemplateData{search_address(at_page(request, page))};
    view["number"] = TemplateData{number_of(page, language)};
    view["current"] = TemplateData{page == request.page};
    view["gap"] = TemplateData{false};
    return view;
}

/// "…" in front of a page that does not follow the one before it.
TemplateData link_after(const SearchRequest& request, int previous, int page, Language language) {
    TemplateData view = link_to(request, page, language);
    view["gap"] = TemplateData{page > previous + 1};
    return view;
}

std::vector<int> linked_pages(int current, int last) {
    std::vector<int> pages{1};
    for (int page = std::max(2, current - neighbours); page <= std::min(last - 1, current + neighbours); ++page)
        pages.push_back(page);
    if (last > 1) pages.push_back(last);
    return pages;
}

}  // namespace

int last_page(std::uint64_t total, int per_page, int deepest_result) {
    const auto size = static_cast<std::uint64_t>(std::max(per_page, 1));
    const auto deepest = static_cast<std::uint64_t>(std::max(deepest_result, 0));
    const std::uint64_t pages = total <= deepest ? (total + size - 1) / size : deepest / size;
    return static_cast<int>(std::max<std::uint64_t>(pages, 1));
}

std::string place_in_list(int page, int last, Language language) {
    return std::string{Phrase{"Pagina ", "Page "}.in(language)} + number_of(page, language) +
           std::string{Phrase{" van ", " of "}.in(language)} + number_of(last, language);
}

TemplateData paging_view(const SearchRequest& request, int last, Language language) {
    if (last <= 1) return TemplateData{false};
    std::vector<TemplateData> pages;
    int previous = 0;
    for (const int page : linked_pages(request.page, last)) {
        pages.push_back(link_after(request, previous, page, language));
        previous = page;
    }
    TemplateData view;
    view["text"] = TemplateData{place_in_list(request.page, last, language)};
    view["pages"] = list_of(std::move(pages));
    view["previous"] =
        request.page > 1 ? link_to(request, std::min(request.page - 1, last), language) : TemplateData{false};
    view["next"] = request.page < last ? link_to(request, request.page + 1, language) : TemplateData{false};
    return view;
}

}  // namespace schakel
