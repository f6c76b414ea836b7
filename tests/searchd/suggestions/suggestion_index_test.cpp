#include "searchd/suggestions/suggestion_index.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "searchd/api/render_suggestions.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"
#include "tests/searchd/engine/snapshot_without.hpp"
#include "tests/searchd/suggestions/suggestion_text.hpp"

namespace schakel {
namespace {

/// Twelve products in two segments.
struct Indexed {
    Indexed() : files(segments()), snapshot(*IndexSnapshot::open(files.folder(), 1, sample_installation())) {
        const std::vector<FrequentQuery> queries{{"schulden bij jongeren", 4, 3}};
        index = *SuggestionIndex::build(*snapshot, queries, sample_installation(), nullptr);
    }

    static std::vector<std::vector<IndexDocument>> segments() {
        const std::vector<IndexDocument> all = sample_documents(sample_products(12));
        return {{all.begin(), all.begin() + 8}, {all.begin() + 8, all.end()}};
    }

    std::shared_ptr<const IndexSnapshot> without(std::vector<std::string> ids) const {
        return snapshot_without(*snapshot, std::move(ids));
    }

    std::vector<SearchSuggestion> ask(SuggestionRequest request, const IndexSnapshot& live) const {
        const auto answer = index->answer(request, live);
        REQUIRE(answer);
        return *answer;
    }

    SampleIndex files;
    std::shared_ptr<const IndexSnapshot> snapshot;
    std::shared_ptr<const SuggestionIndex> index;
};

const Indexed& indexed() {
    static const Indexed made;
    return made;
}

SuggestionRequest titles(std::string typed) {
    SuggestionRequest request{.typed = std::move(typed), .limit = 50};
    request.kinds.fill(false);
    request.kinds[static_cast<std::size_t>(SuggestionKind::title)] = true;
    return request;
}

std::set<std::string> ids(const std::vector<SearchSuggestion>& suggestions) {
    std::set<std::string> found;
    for (const SearchSuggestion& suggestion : suggestions) found.insert(suggestion.code);
    return found;
}

TEST_CASE("titles of all segments are suggested, each with the id of its product") {
    const auto found = indexed().ask(titles("mantelz"), *indexed().snapshot);
    CHECK(ids(found) == std::set<std::string>{"product-1", "product-6", "product-11"});
    CHECK(found.front().text == "Mantelzorg 1");  // the shortest, and the first of those
}

TEST_CASE("what is hidden is never suggested, also by an index that was made before") {
    const auto live = indexed().without({"product-6"});
    CHECK(ids(indexed().ask(titles("mantelz"), *live)) == std::set<std::string>{"product-1", "product-11"});
}

TEST_CASE(
    "values that only hidden products have are left out when the index is made anew, which reads no title again") {
    // Of the products 3, 7 and 11 are about the keukentafelgesprek; 2 and 10 name it as their second theme.
    std::vector<std::string> all;
    for (int i = 0; i < 12; ++i)
        if (i % 4 == 3 || i % 12 == 2 || i % 12 == 10) all.push_back("product-" + std::to_string(i));
    const auto live = indexed().without(all);
    const auto anew = SuggestionIndex::build(*live, {}, sample_installation(), indexed().index.get());
    REQUIRE(anew);
    SuggestionRequest request{.typed = "keukent"};
    const auto before = indexed().ask(request, *indexed().snapshot);
    CHECK(std::ranges::count(before, SuggestionKind::theme, &SearchSuggestion::kind) == 1);
    const auto after = (*anew)->answer(request, *live);
    REQUIRE(after);
    CHECK(std::ranges::count(*after, SuggestionKind::theme, &SearchSuggestion::kind) == 0);
}

TEST_CASE("a snapshot that shares nothing with the index gets no titles of it") {
    const SampleIndex other({sample_documents(sample_products(3))});
    const auto live = *IndexSnapshot::open(other.folder(), 1, sample_installation());
    CHECK(indexed().ask(titles("mantelz"), *live).empty());
}

TEST_CASE("counts are those of living products") {
    const auto found = indexed().ask({.typed = "wijkteam"}, *indexed().snapshot);
    const auto theme = std::ranges::find(found, "sociale-wijkteams", &SearchSuggestion::code);
    REQUIRE(theme != found.end());
    const auto column = static_cast<std::size_t>(field(FieldId::theme).column);
    const auto ordinal = indexed().snapshot->ordinal(column, "sociale-wijkteams");
    std::uint32_t count = 0;
    for (DocumentId document = 0; document < indexed().snapshot->documents(); ++document)
        count +=
            static_cast<std::uint32_t>(std::ranges::count(indexed().snapshot->facet(column).of(document), *ordinal));
    CHECK(theme->count == count);
}

TEST_CASE("every kind gets its share of the places, in a fixed order") {
    const auto found = indexed().ask({.typed = "schulden", .limit = 3}, *indexed().snapshot);
    REQUIRE(found.size() == 3);
    CHECK(found.front().kind == SuggestionKind::query);
    CHECK(found.front().text == "schulden bij jongeren");
    CHECK(std::ranges::is_sorted(found, {}, &SearchSuggestion::kind));
    CHECK(found.back().kind == SuggestionKind::title);
}

TEST_CASE("JSON of suggestions: groups, marks and nothing unescaped") {
    SuggestionRequest request{.typed = "<b>wijk"};
    std::vector<SearchSuggestion> suggestions{{.kind = SuggestionKind::theme,
                                               .text = "R&D in de wijk",
                                               .code = "rd",
                                               .count = 3,
                                               .pieces = {{"R&D in de ", false}, {"wijk", true}}},
                                              {.kind = SuggestionKind::region,
                                               .text = "'s-Gravenhage",
                                               .code = "GM0518",
                                               .alternative = "Den Haag",
                                               .explanation = "Gemeente",
                                               .count = 1,
                                               .pieces = {{"'s-Gravenhage", false}}},
                                              {.kind = SuggestionKind::title,
                                               .text = "\"Wijk\" <2>",
                                               .code = "w/2",
                                               .pieces = {{"\"", false}, {"Wijk", true}, {"\" <2>", false}}}};
    CHECK(
        render_suggestions(request, suggestions, sample_installation(), Language::dutch) ==
        R"({"zoek":"<b>wijk","groepen":[{"soort":"thema","suggesties":[{"tekst":"R&D in de wijk","code":"rd","aantal":3,)"
        R"("gemarkeerd":"R&amp;D in de <mark>wijk</mark>"}]},{"soort":"regio","suggesties":[{"tekst":"'s-Gravenhage",)"
        R"("code":"GM0518","alternatief":"Den Haag","toelichting":"Gemeente","aantal":1,"gemarkeerd":"'s-Gravenhage"}]},)"
        R"({"soort":"titel","suggesties":[{"tekst":"\"Wijk\" <2>","id":"w/2",)"
        R"("gemarkeerd":"&quot;<mark>Wijk</mark>&quot; &lt;2&gt;"}]}]})");
    CHECK(render_suggestions(request, {}, sample_installation(), Language::dutch) ==
          R"({"zoek":"<b>wijk","groepen":[]})");
}

TEST_CASE("suggestions that have an English name give it to who reads English") {
    const std::vector<SearchSuggestion> suggestions{{.kind = SuggestionKind::theme,
                                                     .text = "eenzaamheid",
                                                     .code = "eenzaamheid",
                                                     .pieces = {{"eenzaamheid", true}}},
                                                    {.kind = SuggestionKind::region,
                                                     .text = "Overijssel",
                                                     .code = "PV23",
                                                     .explanation = "Provincie",
                                                     .pieces = {{"Overijssel", true}}}};
    const auto rendered = [&](Language language) {
        return render_suggestions({.typed = "e"}, suggestions, sample_installation(), language);
    };
    CHECK(rendered(Language::english).find(R"("label":"loneliness")") != std::string::npos);
    CHECK(rendered(Language::english).find(R"("toelichting":"Province")") != std::string::npos);
    CHECK(rendered(Language::dutch).find("label") == std::string::npos);
    CHECK(rendered(Language::dutch).find(R"("toelichting":"Provincie")") != std::string::npos);
}

TEST_CASE("suggestions hold for whatever is typed") {
    rc::prop("never more than asked for, each shown as it is, none hidden", [] {
        const auto live = indexed().without({"product-1", "product-8"});
        const std::string part = *rc::gen::element<std::string>("", "wijk", "sociale w", "mantelzorg ", "1", "jong ",
                                                                "enschede", "’s-", "e");
        SuggestionRequest request{.typed = part + *rc::gen::arbitrary<std::string>(),
                                  .limit = *rc::gen::inRange<std::size_t>(1, 51)};
        const auto found = indexed().index->answer(request, *live);
        RC_ASSERT(found.has_value());
        RC_ASSERT(found->size() <= request.limit);
        for (const SearchSuggestion& suggestion : *found) {
            std::string text;
            for (const FragmentPiece& piece : suggestion.pieces) text += piece.text;
            RC_ASSERT(text == suggestion.text);
            RC_ASSERT(suggestion.code != "product-1");
            RC_ASSERT(suggestion.code != "product-8");
        }
        RC_ASSERT(!render_suggestions(request, *found, sample_installation(), Language::english).empty());
    });
}

}  // namespace
}  // namespace schakel
