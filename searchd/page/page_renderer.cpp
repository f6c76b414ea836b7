#include "searchd/page/page_renderer.hpp"

#include <array>
#include <map>
#include <system_error>
#include <utility>

#include "searchd/page/facet_view.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/page_template.hpp"
#include "searchd/page/product_view.hpp"
#include "searchd/page/search_view.hpp"
#include "searchd/page/themes.hpp"

namespace schakel {

namespace {

using PageTemplates = std::map<std::string, PageTemplate, std::less<>>;

/// Sets `name` unless the view has it.
void set_default(TemplateData& view, const std::string& name, TemplateData value) {
    if (view.get(name) == nullptr) view[name] = std::move(value);
}

/// What the frame of every page asks for, when the page is not about a query.
TemplateData in_frame(std::string_view title, TemplateData view = {}) {
    view["page_title"] = TemplateData{std::string{title}};
    set_default(view, "description", TemplateData{false});
    set_default(view, "style", TemplateData{"reading"});
    set_default(view, "script", TemplateData{false});
    for (const std::string name : {"canonical", "feed_address", "graph", "structured_data", "kept"})
        view[name] = TemplateData{false};
    for (const std::string name : {"query", "own_region"}) set_default(view, name, TemplateData{""});
    return view;
}

/// What the field of the reader's region offers. The same for every page, hence no part of what is rendered each time.
std::string region_options(const Labels& labels) {
    std::string options;
    for (const std::string& name : labels.regions_to_type())
        options += "<option value=\"" + kainjow::mustache::html_escape(name) + "\">\n";
    return options;
}

tl::unexpected<Error> cannot_list(const std::filesystem::path& folder, const std::error_code& reason) {
    const ErrorCode code =
        reason == std::errc::no_such_file_or_directory ? ErrorCode::not_found : ErrorCode::unreadable;
    return fail(code, {folder.string() + ": de map met sjablonen is niet te lezen: " + reason.message(),
                       folder.string() + ": the folder of templates cannot be read: " + reason.message()});
}

/// Every page of a folder, by its name.
Result<PageTemplates> load_templates(const std::filesystem::path& folder, const PagePartials& partials) {
    PageTemplates templates;
    std::error_code reason;
    std::filesystem::directory_iterator entry{folder, reason};
    for (; !reason && entry != std::filesystem::directory_iterator{}; entry.increment(reason)) {
        if (entry->path().extension() != ".mustache") continue;
        std::string name = entry->path().stem().string();
        Result<PageTemplate> page = PageTemplate::load(folder, name, partials);
        if (!page) return tl::unexpected<Error>(page.error());
        templates.emplace(std::move(name), std::move(*page));
    }
    if (reason) return cannot_list(folder, reason);
    for (const std::string name : {"home", "search", "product", "error", "handbook", "accessibility"})
        if (!templates.contains(name)) return tl::unexpected<Error>(PageTemplate::load(folder, name, partials).error());
    return templates;
}

}  // namespace

struct PageRenderer::Parts {
    const Installation& installation;
    Labels labels;
    PageTemplates templates;

    /// With what every page says of this installation.
    std::string render(std::string_view name, TemplateData view) const {
        const Settings::Site& site = installation.settings.site;
        view["site_name"] = TemplateData{site.name};
        view["site_theme"] = TemplateData{site.theme};
        view["site_organisation"] = text_or_false(site.organisation);
        view["site_contact"] = text_or_false(site.contact);
        return templates.at(std::string{name}).render(view);
    }
};

PageRenderer::PageRenderer(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
PageRenderer::PageRenderer(PageRenderer&&) noexcept = default;
PageRenderer& PageRenderer::operator=(PageRenderer&&) noexcept = default;
PageRenderer::~PageRenderer() = default;

Result<PageRenderer> PageRenderer::load(const std::filesystem::path& web_folder, const Installation& installation) {
    if (const auto theme = check_theme(web_folder, installation.settings.site.theme); !theme)
        return tl::unexpected<Error>(theme.error());
    const Labels labels{installation};
    auto templates = load_templates(web_folder / "templates", {{"region_options", region_options(labels)}});
    if (!templates) return tl::unexpected<Error>(templates.error());
    return PageRenderer{std::unique_ptr<const Parts>{new Parts{installation, labels, std::move(*templates)}}};
}

const std::vector<FieldId>& PageRenderer::facets() { return facets_shown(); }

std::string PageRenderer::search_page(const SearchRequest& request, const SearchResponse& response,
                                      const PageContext& context) const {
    if (asks_nothing(request))
        return parts_->render("home",
                              home_view(request, response, context, parts_->labels, parts_->installation.regions));
    return parts_->render("search", search_view(request, response, context, parts_->labels, parts_->installation));
}

std::string PageRenderer::product_page(const StoredRecord& record, const ProductNeighbours& neighbours,
                                       std::string_view back_query, const PageContext& context) const {
    return parts_->render("product",
                          product_view(record, neighbours, back_query, context, parts_->labels, parts_->installation));
}

std::string PageRenderer::error_page(int http_status, std::string_view title, std::string_view message,
                                     std::string_view hint, std::string_view asked) const {
    TemplateData view = in_frame(title);
    view["query"] = TemplateData{value_in(asked, "zoek")};
    view["own_region"] = TemplateData{value_in(asked, "vanuitRegio")};
    view["http_status"] = TemplateData{std::to_string(http_status)};
    view["title"] = TemplateData{std::string{title}};
    view["message"] = TemplateData{std::string{message}};
    view["hint"] = text_or_false(std::string{hint});
    view["not_found"] = TemplateData{http_status == 404};
    view["busy"] = TemplateData{http_status == 503};
    return parts_->render("error", std::move(view));
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
    TemplateData view;
    view["description"] =
        TemplateData{"Hoe u met Schakel een index maakt van uw kennisproducten, en hoe u die bijhoudt."};
    return plain_page("handbook", "Handleiding voor beheerders", std::move(view));
}

std::string PageRenderer::accessibility_page() const { return plain_page("accessibility", "Toegankelijkheid", {}); }

std::string PageRenderer::plain_page(std::string_view name, std::string_view title, TemplateData view) const {
    return parts_->render(name, in_frame(title, std::move(view)));
}

}  // namespace schakel
