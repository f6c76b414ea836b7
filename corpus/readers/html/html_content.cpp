#include "corpus/readers/html/html_content.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/readers/html/html_blocks.hpp"
#include "corpus/readers/html/html_element.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

/// The elements that say what the page is about.
struct Landmarks {
    std::vector<const GumboNode*> mains;
    std::vector<const GumboNode*> bodies;    // articleBody of schema.org, and what common systems call so
    std::vector<const GumboNode*> articles;  // neither holds one of its own kind
};

bool is_main(const GumboNode& element) {
    return html_tag(element) == GUMBO_TAG_MAIN || html_attribute(element, "role") == "main";
}

bool is_article(const GumboNode& element) {
    return html_tag(element) == GUMBO_TAG_ARTICLE || html_attribute(element, "role") == "article";
}

/// What WordPress, Drupal and MediaWiki put around a text.
constexpr std::array<std::string_view, 6> body_names{"entry-content", "post-content",  "article-content",
                                                     "article-body",  "node__content", "mw-parser-output"};

bool is_body(const GumboNode& element) {
    if (html_attribute(element, "itemprop") == "articleBody") return true;
    return std::ranges::any_of(html_words(html_attribute(element, "class")), [](const std::string& name) {
        return std::ranges::find(body_names, name) != body_names.end();
    });
}

Landmarks find_landmarks(const GumboNode& document) {
    Landmarks found;
    int articles = 0;  // open ones
    int bodies = 0;
    const auto enter = [&](const GumboNode& node) {
        if (is_no_html_text(node) || has_html_attribute(node, "hidden")) return false;
        if (is_main(node)) found.mains.push_back(&node);
        if (is_body(node) && bodies++ == 0) found.bodies.push_back(&node);
        if (is_article(node) && articles++ == 0) found.articles.push_back(&node);
        return true;
    };
    const auto leave = [&](const GumboNode& node) {
        articles -= is_article(node) ? 1 : 0;
        bodies -= is_body(node) ? 1 : 0;
    };
    walk_html(document, enter, leave);
    return found;
}

std::size_t words_in(const std::vector<const GumboNode*>& elements, const HtmlWordCounts& counts) {
    std::size_t words = 0;
    for (const GumboNode* const element : elements) words += counts.in(*element);
    return words;
}

const GumboNode* longest(const std::vector<const GumboNode*>& elements, const HtmlWordCounts& counts) {
    return *std::ranges::max_element(elements, {}, [&](const GumboNode* element) { return counts.in(*element); });
}

/// The elements that hold the text of the page; empty when it does not say which.
std::vector<const GumboNode*> marked_elements(const Landmarks& found, const HtmlWordCounts& counts, std::size_t words) {
    constexpr std::size_t fewest = 25;  // words; with less, scripts fill it in the browser
    const std::size_t least = std::min(fewest, words / 10);
    for (const auto* const candidates : {&found.mains, &found.articles, &found.bodies}) {
        if (candidates->empty()) continue;
        const GumboNode* const best = longest(*candidates, counts);
        const std::size_t all = words_in(*candidates, counts);
        if (all < least) continue;
        const bool is_one = candidates == &found.mains || counts.in(*best) * 10 > all * 6;
        return is_one ? std::vector{best} : *candidates;
    }
    return {};
}

double link_density(const HtmlBlock* block) {
    return block == nullptr || block->words == 0
               ? 0
               : static_cast<double>(block->linked_words) / static_cast<double>(block->words);
}

std::size_t words_of(const HtmlBlock* block) { return block == nullptr ? 0 : block->words; }

/// The decision tree of the paper.
bool is_content(const HtmlBlock* previous, const HtmlBlock& block, const HtmlBlock* next) {
    constexpr double most_links = 1.0 / 3;
    constexpr double most_links_before = 5.0 / 9;
    if (link_density(&block) > most_links) return false;
    if (link_density(previous) > most_links_before) return block.words > 40 || words_of(next) > 17;
    return block.words > 16 || words_of(next) > 15 || words_of(previous) > 4;
}

/// Whether a block between blocks of text belongs to them: a sentence may consist of links for the greater part, a menu does
/// so from item to item.
bool may_stand_between(const HtmlBlock& block) {
    return link_density(&block) <= (block.kind == HtmlBlockKind::line ? 0.5 : 0.9);
}

bool is_part_of_list(const HtmlBlock& block) {
    const bool is_in_list = block.kind == HtmlBlockKind::line || block.kind == HtmlBlockKind::row;
    return is_in_list && link_density(&block) <= 1.0 / 3;
}

std::vector<bool> content_marks(const std::vector<HtmlBlock>& blocks) {
    std::vector<bool> marks(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const HtmlBlock* const previous = i == 0 ? nullptr : &blocks[i - 1];
        const HtmlBlock* const next = i + 1 == blocks.size() ? nullptr : &blocks[i + 1];
        marks[i] = is_content(previous, blocks[i], next);
    }
    return marks;
}

/// Where the text starts whose first block that can be told as such is `first`: at the heading of the page above it, or else
/// at the nearest heading.
std::size_t start_of_text(const std::vector<HtmlBlock>& blocks, std::size_t first) {
    std::size_t nearest = first;
    for (std::size_t i = first; i-- > 0;) {
        if (blocks[i].is_top_heading) return i;
        if (blocks[i].kind == HtmlBlockKind::heading && nearest == first) nearest = i;
    }
    return nearest;
}

std::size_t end_of_text(const std::vector<HtmlBlock>& blocks, std::size_t last) {
    while (last < blocks.size() && is_part_of_list(blocks[last])) ++last;
    return last;
}

/// The paper decides block by block and so loses headings, rows and short items; those of the text stay.
void fill_gaps(const std::vector<HtmlBlock>& blocks, std::vector<bool>& marks) {
    const auto first = std::ranges::find(marks, true);
    if (first == marks.end()) return;
    const auto behind_last = std::find(marks.rbegin(), marks.rend(), true).base();
    const std::size_t end = end_of_text(blocks, static_cast<std::size_t>(behind_last - marks.begin()));
    for (std::size_t i = start_of_text(blocks, static_cast<std::size_t>(first - marks.begin())); i < end; ++i)
        if (may_stand_between(blocks[i])) marks[i] = true;
}

std::size_t all_words(const std::vector<HtmlBlock>& blocks) {
    std::size_t words = 0;
    for (const HtmlBlock& block : blocks) words += block.words;
    return words;
}

/// Without the blocks that look like navigation; all of them when little else is there, as in a table of contents.
std::vector<HtmlBlock> without_boilerplate(std::vector<HtmlBlock> blocks) {
    std::vector<bool> marks = content_marks(blocks);
    fill_gaps(blocks, marks);
    std::vector<HtmlBlock> content;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (marks[i]) content.push_back(blocks[i]);
    const bool is_all_there_is = all_words(content) * 4 < all_words(blocks);
    return is_all_there_is ? std::move(blocks) : std::move(content);
}

std::string_view border(const HtmlBlock& before, const HtmlBlock& block) {
    const bool is_run =
        before.kind == block.kind && (block.kind == HtmlBlockKind::line || block.kind == HtmlBlockKind::row);
    return is_run ? "\n" : "\n\n";
}

std::string heading_of(const std::vector<HtmlBlock>& blocks) {
    auto found = std::ranges::find(blocks, true, &HtmlBlock::is_top_heading);
    if (found == blocks.end()) found = std::ranges::find(blocks, HtmlBlockKind::heading, &HtmlBlock::kind);
    return found == blocks.end() ? std::string{} : one_line(found->text);
}

HtmlContent joined(const std::vector<HtmlBlock>& blocks) {
    HtmlContent content;
    const HtmlBlock* before = nullptr;
    for (const HtmlBlock& block : blocks) {
        if (before != nullptr) content.text += border(*before, block);
        content.text += block.text;
        before = &block;
    }
    content.heading = heading_of(blocks);
    return content;
}

std::vector<HtmlBlock> blocks_in(const std::vector<const GumboNode*>& elements, const HtmlExclusion& exclusion) {
    std::vector<HtmlBlock> blocks;
    for (const GumboNode* const element : elements)
        std::ranges::move(html_blocks(*element, exclusion), std::back_inserter(blocks));
    return blocks;
}

}  // namespace

HtmlContent html_content(const HtmlPage& page) {
    const HtmlWordCounts counts{page.document()};
    const std::size_t words = counts.in_document();
    const auto marked = marked_elements(find_landmarks(page.document()), counts, words);
    if (!marked.empty()) {
        auto blocks = blocks_in(marked, HtmlExclusion{counts, words_in(marked, counts)});
        if (!blocks.empty()) return joined(blocks);
    }
    return joined(without_boilerplate(html_blocks(page.document(), HtmlExclusion{counts, words})));
}

}  // namespace schakel
