#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "searchd/page/english_texts.hpp"
#include "searchd/page/template_data.hpp"

namespace schakel {

/// Partials that the program makes, by name: mustache text, so HTML in it is escaped already.
using PagePartials = std::map<std::string, std::string, std::less<>>;

/// One page's mustache template with its partials, read and parsed once. `render` is safe from any thread: the library's
/// own rendering is not const, so every rendering at a time has a parsed copy to itself, and copies are kept for the next.
class PageTemplate {
public:
    /// Reads `folder`/`name`.mustache; `{{>other}}` stands for what `made` has of that name, else for
    /// `folder`/partials/other.mustache. Marked texts are in English with `english`, else in Dutch. Errors: not_found, unreadable;
    /// malformed for a template that does not parse or has a mark that is not right, or a partial that includes itself.
    static Result<PageTemplate> load(const std::filesystem::path& folder, std::string_view name,
                                     const PagePartials& made = {}, EnglishTexts* english = nullptr);

    std::string render(const TemplateData& view) const;

private:
    using Parsed = std::unique_ptr<kainjow::mustache::mustache>;
    struct Copies {
        std::mutex mutex;
        std::vector<Parsed> idle;
    };

    explicit PageTemplate(std::string text) : text_(std::move(text)), copies_(std::make_unique<Copies>()) {}

    Parsed take() const;
    void give_back(Parsed parsed) const;

    std::string text_;  // with partials put in
    std::unique_ptr<Copies> copies_;
};

}  // namespace schakel
