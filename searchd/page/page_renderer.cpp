#include "searchd/page/page_renderer.hpp"

#include <utility>

#include "searchd/page/facet_view.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/page_template.hpp"
#include "searchd/page/product_view.hpp"
#include "searchd/page/search_view.hpp"

namespace schakel {

namespace {

/// What the frame of every page asks for, when the page is not about a query.
TemplateData frame_view(std::string_view title) {
    TemplateData view;
    view["page_title"] = TemplateData{std::string{title} + " – Schakel"};
    view["description"] = TemplateData{false};
    view["canonical"] = TemplateData{false};
    view["query"] = TemplateData{""};
    view["kept"] = TemplateData{false};
    return view;
}

}  // namespace

struct PageRenderer::Parts {
    const Installation& installation;
    Labels labels;
    PageTemplate home;
    PageTemplate search;
    PageTemplate product;
    PageTemplate error;
    PageTemplate handbook;
};

PageRenderer::PageRenderer(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
PageRenderer::PageRenderer(PageRenderer&&) noexcept = default;
PageRenderer& PageRenderer::operator=(PageRenderer&&) noexcept = default;
PageRenderer::~PageRenderer() = default;

Result<PageRenderer> PageRenderer::load(const std::filesystem::path& web_folder, const Installation& installation) {
    const std::filesystem::path folder = web_folder / "templates";
    Result<PageTemplate> home = PageTemplate::load(folder, "home");
    if (!home) return tl::unexpected<Error>(home.error());
    Result<PageTemplate> search = PageTemplate::load(folder, "search");
    if (!search) return tl::unexpected<Error>(search.error());
    Result<PageTemplate> product = PageTemplate::load(folder, "product");
    if (!product) return tl::unexpected<Error>(product.error());
    Result<PageTemplate> error = PageTemplate::load(folder, "error");
    if (!error) return tl::unexpected<Error>(error.error());
    Result<PageTemplate> handbook = PageTemplate::load(folder, "handbook");
    if (!handbook) return tl::unexpected<Error>(handbook.error());
    return PageRenderer{
        std::unique_ptr<const Parts>{new Parts{installation, Labels{installation}, std::move(*home), std::move(*search),
                                               std::move(*product), std::move(*error), std::move(*handbook)}}};
}

const std::vector<FieldId>& PageRenderer::facets() { return facets_shown(); }

std::string PageRenderer::search_page(const SearchRequest& request, const SearchResponse& response) const {
    if (asks_nothing(request)) return parts_->home.render(home_view(request, response, parts_->labels));
    return parts_->search.render(search_view(request, response, parts_->labels, parts_->installation));
}

std::string PageRenderer::product_page(const StoredRecord& record, const std::vector<StoredRecord>& related,
                                       std::string_view back_query) const {
    return parts_->product.render(product_view(record, related, back_query, parts_->labels));
}

std::string PageRenderer::error_page(int http_status, std::string_view title, std::string_view message,
                                     std::string_view hint) const {
    TemplateData view = frame_view(title);
    view["http_status"] = TemplateData{std::to_string(http_status)};
    view["title"] = TemplateData{std::string{title}};
    view["message"] = TemplateData{std::string{message}};
    view["hint"] = text_or_false(std::string{hint});
    return parts_->error.render(view);
}

std::string PageRenderer::handbook_page() const {
    TemplateData view = frame_view("Handleiding voor beheerders");
    view["description"] =
        TemplateData{"Hoe u met Schakel een index maakt van uw kennisproducten, en hoe u die bijhoudt."};
    return parts_->handbook.render(view);
}

}  // namespace schakel
