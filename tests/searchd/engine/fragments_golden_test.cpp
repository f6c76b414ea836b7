#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/golden/golden.hpp"
#include "tests/searchd/engine/open_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

/// The lines of a case: `zoek:`, and if wanted `lengte:` and `samenvatting:`; then `==` or `== 12` before the text of each page.
struct Question {
    std::string typed;
    KnowledgeProduct product;
};

void add_line(Question& question, std::string_view line) {
    const auto value_of = [&](std::string_view key) {
        return std::string(line.substr(std::min(line.size(), key.size())));
    };
    std::vector<Page>& pages = question.product.pages;
    if (line.starts_with("==")) {
        pages.push_back({line.size() > 3 ? std::stoi(value_of("== ")) : 0, ""});
    } else if (!pages.empty()) {
        pages.back().text += std::string(line) + '\n';
    } else if (line.starts_with("zoek: ")) {
        question.typed = value_of("zoek: ");
    } else if (line.starts_with("lengte: ")) {
        question.product.rights.longest_fragment = std::stoi(value_of("lengte: "));
    } else if (line.starts_with("samenvatting: ")) {
        question.product.abstract = value_of("samenvatting: ");
    } else {
        throw std::invalid_argument(fmt::format("no such line: {}", line));
    }
}

Question question_of(std::string_view input) {
    Question question;
    question.product.id = "a";
    while (!input.empty()) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        add_line(question, input.substr(0, end));
        input.remove_prefix(std::min(input.size(), end + 1));
    }
    return question;
}

/// `12: … text with [marked] words …`.
std::string to_text(const Fragment& fragment) {
    std::string text = fragment.page > 0 ? fmt::format("{}: ", fragment.page) : "";
    if (fragment.cut_before) text += "… ";
    for (const FragmentPiece& piece : fragment.pieces) text += piece.marked ? '[' + piece.text + ']' : piece.text;
    return text + (fragment.cut_after ? " …" : "");
}

/// The fragments of the product, a line each, as a search gives them.
std::string fragments_of(const std::string& input) {
    const Question question = question_of(input);
    const OpenIndex index({sample_documents({question.product})});
    SearchRequest request;
    request.query = question.typed;
    const auto response = index.searcher()->search(request);
    if (!response) return to_sentences(response.error()).nl;
    std::string lines;
    for (const SearchHit& hit : response->hits)
        for (const Fragment& fragment : hit.fragments) lines += to_text(fragment) + '\n';
    if (!lines.empty()) lines.pop_back();
    return lines;
}

}  // namespace

TEST_CASE("fragments show what a reader needs to judge a result", "[golden]") {
    CHECK_GOLDEN("fragments", fragments_of);
}

}  // namespace schakel
