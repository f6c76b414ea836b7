#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/page/page_context.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// Turns answers into HTML pages, in Dutch or English as the context says. Everything that comes from outside is escaped. Immutable after loading; safe from
/// any thread. The installation must outlive it.
class PageRenderer {
public:
    /// `web_folder` is searchd/web or where it was installed; every file in its folder `templates` is a page, and `english.tsv` has
    /// their texts in English. Errors: not_found, unreadable; malformed for a template that does not parse, a text without English
    /// and English without a text; config_invalid for a theme that is not there.
    static Result<PageRenderer> load(const std::filesystem::path& web_folder, const Installation& installation);

    PageRenderer(PageRenderer&&) noexcept;
    PageRenderer& operator=(PageRenderer&&) noexcept;
    ~PageRenderer();

    /// The facets that a search page shows, for SearchRequest::facets.
    static const std::vector<FieldId>& facets();

    /// The opening page when the request asks for nothing, else the results.
    std::string search_page(const SearchRequest& request, const SearchResponse& response,
                            const PageContext& context = {}) const;

    /// `back_query`: query part of the request, which is that of the list of results the reader came from; empty = none.
    std::string product_page(const StoredRecord& record, const ProductNeighbours& neighbours,
                             std::string_view back_query, const PageContext& context = {}) const;

    /// What went wrong and what the reader can do; `hint` may be empty. `asked`: query part of the request, of which the words
    /// and the region stand in the form again to be put right; empty = none.
    std::string error_page(int http_status, std::string_view title, std::string_view message, std::string_view hint,
                           std::string_view asked = {}, const PageContext& context = {}) const;

    /// How curators make and keep an index, in Dutch. The same text whatever the index holds.
    std::string handbook_page(const PageContext& context = {}) const;

    /// The accessibility statement that Dutch public bodies must have, to be filled in. Claims nothing in advance. In
    /// Dutch.
    std::string accessibility_page(const PageContext& context = {}) const;

    /// A page that is not about a search, from `templates`/`name`.mustache, which must exist. `view` is what the template asks for
    /// beside what the head, header and footer need; of those it may set `description`, `style` and `script`.
    std::string plain_page(std::string_view name, std::string_view title, TemplateData view,
                           const PageContext& context = {}) const;

private:
    struct Parts;
    explicit PageRenderer(std::unique_ptr<const Parts> parts);

    std::unique_ptr<const Parts> parts_;
};

}  // namespace schakel
