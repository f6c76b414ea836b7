#include "searchd/page/page_renderer.hpp"

#include <array>
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
    view["own_region"] = TemplateData{""};
    view["kept"] = TemplateData{false};
    return view;
}

/// What the field of the reader's region offers. The same for every page, hence no part of what is rendered each time.
std::string region_options(const Labels& labels) {
    std::string options;
    for (const std::string& name : labels.regions_to_type())
        options += "<option value=\"" + kainjow::mustache::html_escape(name) + "\">\n";
    return options;
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
    const Labels labels{installation};
    const PagePartials partials{{"region_options", region_options(labels)}};
    Result<PageTemplate> home = PageTemplate::load(folder, "home", partials);
    if (!home) return tl::unexpected<Error>(home.error());
    Result<PageTemplate> search = PageTemplate::load(folder, "search", partials);
    if (!search) return tl::unexpected<Error>(search.error());
    Result<PageTemplate> product = PageTemplate::load(folder, "product", partials);
    if (!product) return tl::unexpected<Error>(product.error());
    Result<PageTemplate> error = PageTemplate::load(folder, "error", partials);
    if (!error) return tl::unexpected<Error>(error.error());
    Result<PageTemplate> handbook = PageTemplate::load(folder, "handbook", partials);
    if (!handbook) return tl::unexpected<Error>(handbook.error());
    return PageRenderer{
        std::unique_ptr<const Parts>{new Parts{installation, labels, std::move(*home), std::move(*search),
                                               std::move(*product), std::move(*error), std::move(*handbook)}}};
}

const std::vector<FieldId>& PageRenderer::facets() { return facets_shown(); }

std::string PageRenderer::search_page(const SearchRequest& request, const SearchResponse& response) const {
    if (asks_nothing(request))
        return parts_->home.render(home_view(request, response, parts_->labels, parts_->installation.regions));
    return parts_->search.render(search_view(request, response, parts_->labels, parts_->installation));
}

std::string PageRenderer::product_page(const StoredRecord& record, const std::vector<StoredRecord>& related,
                                       std::span<const SimilarHit> similar, std::string_view back_query) const {
    return parts_->product.render(product_view(record, related, similar, back_query, parts_->labels));
}

std::string PageRenderer::error_page(int http_status, std::string_view title, std::string_view message,
                                     std::string_view hint, std::string_view asked) const {
    TemplateData view = frame_view(title);
    view["query"] = TemplateData{value_in(asked, "zoek")};
    view["own_region"] = TemplateData{value_in(asked, "vanuitRegio")};
    view["http_status"] = TemplateData{std::to_string(http_status)};
    view["title"] = TemplateData{std::string{title}};
    view["message"] = TemplateData{std::string{message}};
    view["hint"] = text_or_false(std::string{hint});
    return parts_->error.render(view);
}

std::string_view PageRenderer::name_of_parameter(std::string_view parameter) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names{
        {{"zoek", "Waar zoekt u naar?"},
         {"vanuitRegio", "Uw gemeente of regio"},
         {"lijktOp", "Lijkt op"},
         {"overstijgend", "Kennis die verbindt"},
         {"jaarVan", "Vanaf"},
         {"jaarTotEnMet", "Tot en met"}}};
    for (const auto& [known, name] : names)
        if (known == parameter) return name;
    const Field* facet = find_field(parameter);
    return facet != nullptr && facet->kind == FieldKind::facet ? heading_of(facet->id) : parameter;
}

std::string PageRenderer::handbook_page() const {
    TemplateData view = frame_view("Handleiding voor beheerders");
    view["description"] =
        TemplateData{"Hoe u met Schakel een index maakt van uw kennisproducten, en hoe u die bijhoudt."};
    return parts_->handbook.render(view);
}

}  // namespace schakel
