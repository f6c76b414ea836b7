#include "searchd/page/page_renderer.hpp"

#include <map>
#include <system_error>
#include <utility>

#include "searchd/page/facet_view.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/page_template.hpp"
#include "searchd/page/product_view.hpp"
#include "searchd/page/search_view.hpp"
#include "searchd/page/themes.hpp"
#include "searchd/page/written_text.hpp"

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

/// Every page of a folder, by its name. `english` is null for the pages in Dutch.
Result<PageTemplates> load_templates(const std::filesystem::path& folder, const PagePartials& partials,
                                     EnglishTexts* english) {
    PageTemplates templates;
    std::error_code reason;
    std::filesystem::directory_iterator entry{folder, reason};
    for (; !reason && entry != std::filesystem::directory_iterator{}; entry.increment(reason)) {
        if (entry->path().extension() != ".mustache") continue;
        std::string name = entry->path().stem().string();
        Result<PageTemplate> page = PageTemplate::load(folder, name, partials, english);
        if (!page) return tl::unexpected<Error>(page.error());
        templates.emplace(std::move(name), std::move(*page));
    }
    if (reason) return cannot_list(folder, reason);
    for (const std::string name : {"home", "search", "product", "error", "handbook", "accessibility"})
        if (!templates.contains(name)) return tl::unexpected<Error>(PageTemplate::load(folder, name, partials).error());
    return templates;
}

/// What differs between languages and not between requests.
PagePartials partials_in(Language language, const std::string& regions) {
    return {{"language", std::string{Phrase{"nl", "en"}.in(language)}},
            {"root", std::string{root_of(language)}},
            {"region_options", regions}};
}

/// The pages in one language.
struct Edition {
    Labels labels;
    PageTemplates templates;
};

/// Errors: those of `PageTemplate::load`.
Result<Edition> load_edition(const std::filesystem::path& folder, const Labels& labels, EnglishTexts* english) {
    auto templates = load_templates(folder, partials_in(labels.language(), region_options(labels)), english);
    if (!templates) return tl::unexpected<Error>(templates.error());
    return Edition{labels, std::move(*templates)};
}

/// Errors: those of `PageTemplate::load` and `EnglishTexts`.
Result<Edition> load_english(const std::filesystem::path& web_folder, const Labels& labels) {
    auto texts = EnglishTexts::load(web_folder / "english.tsv");
    if (!texts) return tl::unexpected<Error>(texts.error());
    auto edition = load_edition(web_folder / "templates", labels, &*texts);
    if (!edition) return edition;
    if (const auto used = texts->check_all_used(); !used) return tl::unexpected<Error>(used.error());
    return edition;
}

/// The same page in both languages: for the link of the header, and for search engines when our address is known.
void set_languages(TemplateData& view, const PageContext& context) {
    const bool english = context.language == Language::english;
    const Language other = english ? Language::dutch : Language::english;
    view["english"] = TemplateData{english};
    view["other_language"] = TemplateData{std::string{root_of(other)} + context.here};
    TemplateData alternates;
    alternates["dutch"] = TemplateData{context.address + context.here};
    alternates["in_english"] = TemplateData{context.address + std::string{root_of(Language::english)} + context.here};
    view["alternates"] = context.address.empty() ? TemplateData{false} : std::move(alternates);
}

}  // namespace

struct PageRenderer::Parts {
    const Installation& installation;
    Edition dutch;
    Edition english;

    const Edition& in(Language language) const { return language == Language::english ? english : dutch; }
    const Labels& labels(const PageContext& context) const { return in(context.language).labels; }

    /// With what every page says of this installation.
    std::string render(std::string_view name, TemplateData view, const PageContext& context) const {
        const Settings::Site& site = installation.settings.site;
        view["site_name"] = TemplateData{site.name};
        view["site_theme"] = TemplateData{site.theme};
        view["site_organisation"] = text_or_false(site.organisation);
        view["site_contact"] = text_or_false(site.contact);
        set_languages(view, context);
        return in(context.language).templates.at(std::string{name}).render(view);
    }
};

PageRenderer::PageRenderer(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
PageRenderer::PageRenderer(PageRenderer&&) noexcept = default;
PageRenderer& PageRenderer::operator=(PageRenderer&&) noexcept = default;
PageRenderer::~PageRenderer() = default;

Result<PageRenderer> PageRenderer::load(const std::filesystem::path& web_folder, const Installation& installation) {
    if (const auto theme = check_theme(web_folder, installation.settings.site.theme); !theme)
        return tl::unexpected<Error>(theme.error());
    auto dutch = load_edition(web_folder / "templates", Labels{installation}, nullptr);
    if (!dutch) return tl::unexpected<Error>(dutch.error());
    auto english = load_english(web_folder, Labels{installation, Language::english});
    if (!english) return tl::unexpected<Error>(english.error());
    return PageRenderer{std::unique_ptr<const Parts>{new Parts{installation, std::move(*dutch), std::move(*english)}}};
}

const std::vector<FieldId>& PageRenderer::facets() { return facets_shown(); }

std::string PageRenderer::search_page(const SearchRequest& request, const SearchResponse& response,
                                      const PageContext& context) const {
    const Labels& labels = parts_->labels(context);
    const Installation& installation = parts_->installation;
    if (asks_nothing(request))
        return parts_->render("home", home_view(request, response, context, labels, installation.regions), context);
    return parts_->render("search", search_view(request, response, context, labels, installation), context);
}

std::string PageRenderer::product_page(const StoredRecord& record, const ProductNeighbours& neighbours,
                                       std::string_view back_query, const PageContext& context) const {
    return parts_->render("product",
                          product_view(record, neighbours, back_query, context, parts_->labels(context),
                                       parts_->installation.settings.site.name),
                          context);
}

std::string PageRenderer::error_page(int http_status, std::string_view title, std::string_view message,
                                     std::string_view hint, std::string_view asked, const PageContext& context) const {
    TemplateData view = in_frame(title);
    view["query"] = TemplateData{value_in(asked, "zoek")};
    view["own_region"] = TemplateData{value_in(asked, "vanuitRegio")};
    view["http_status"] = TemplateData{std::to_string(http_status)};
    view["title"] = TemplateData{std::string{title}};
    view["messages"] = lines_of(message);
    view["hint"] = text_or_false(std::string{hint});
    view["not_found"] = TemplateData{http_status == 404};
    view["busy"] = TemplateData{http_status == 503};
    return parts_->render("error", std::move(view), context);
}

std::string PageRenderer::handbook_page(const PageContext& context) const {
    constexpr Phrase title{"Handleiding voor beheerders", "Handbook for curators"};
    constexpr Phrase description{
        "Hoe u met Schakel een index maakt van uw kennisproducten, en hoe u die bijhoudt.",
        "How to make an index of your knowledge products with Schakel, and how to maintain it (in Dutch)."};
    TemplateData view;
    view["description"] = TemplateData{std::string{description.in(context.language)}};
    return plain_page("handbook", title.in(context.language), std::move(view), context);
}

std::string PageRenderer::accessibility_page(const PageContext& context) const {
    constexpr Phrase title{"Toegankelijkheid", "Accessibility"};
    return plain_page("accessibility", title.in(context.language), {}, context);
}

std::string PageRenderer::plain_page(std::string_view name, std::string_view title, TemplateData view,
                                     const PageContext& context) const {
    return parts_->render(name, in_frame(title, std::move(view)), context);
}

}  // namespace schakel
