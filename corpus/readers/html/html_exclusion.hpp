#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

#include <gumbo.h>

namespace schakel {

/// The words in every HTML element of a page, those below it included, without scripts and styles.
class HtmlWordCounts {
public:
    explicit HtmlWordCounts(const GumboNode& document);

    std::size_t in(const GumboNode& element) const;
    std::size_t in_document() const { return total_; }

private:
    std::unordered_map<const GumboNode*, std::size_t> words_;
    std::size_t total_ = 0;
};

/// Which elements of a page are not about its subject: navigation, forms, asides, notices about cookies, what is hidden.
/// Keeps a reference to the counts. Safe from any thread.
class HtmlExclusion {
public:
    /// Names given by authors ("sidebar") are only believed of elements with less than half of `all_words`.
    HtmlExclusion(const HtmlWordCounts& counts, std::size_t all_words) : counts_(counts), all_words_(all_words) {}

    /// `in_section`: the element stands in a main, article, section or quotation, where headers and footers belong to the text.
    bool leaves_out(const GumboNode& element, bool in_section) const;

private:
    bool is_minor(const GumboNode& element) const { return 2 * counts_.in(element) < all_words_; }
    bool has_leaving_name(const GumboNode& element) const;
    bool is_hidden(const GumboNode& element) const;

    const HtmlWordCounts& counts_;
    std::size_t all_words_;
};

}  // namespace schakel
