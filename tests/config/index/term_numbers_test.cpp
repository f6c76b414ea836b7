#include "config/index/term_numbers.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "config/index/form_numbers.hpp"

namespace schakel {

TEST_CASE("terms are numbered as they come, and keep their number and text") {
    TermNumbers terms;
    CHECK(terms.of("zorg") == 0);
    CHECK(terms.of("wijk") == 1);
    CHECK(terms.of("zorg") == 0);
    CHECK(terms.of("") == 2);
    for (int i = 0; i < 10'000; ++i) terms.of("woord" + std::to_string(i));
    CHECK(terms.size() == 10'003);
    CHECK(terms.text_of(1) == "wijk");
    CHECK(terms.of("woord9999") == 10'002);
}

TEST_CASE("terms sort by their bytes, also when they begin alike or are the beginning of another") {
    TermNumbers terms;
    for (const char* text : {"wijkteamsoverleg", "zorg", "école", "wijkteam", "wijkteams", "=zorg", "wijkteaz", ""})
        terms.of(text);
    std::vector<std::string_view> sorted;
    for (const TermNumber term : terms.sorted()) sorted.push_back(terms.text_of(term));
    CHECK(sorted == std::vector<std::string_view>{"", "=zorg", "wijkteam", "wijkteams", "wijkteamsoverleg", "wijkteaz",
                                                  "zorg", "école"});
}

TEST_CASE("a form is its terms in their order") {
    FormNumbers forms;
    const std::vector<TermNumber> both{0, 1};
    const std::vector<TermNumber> turned{1, 0};
    const std::vector<TermNumber> one{0};
    CHECK(forms.of(both) == 0);
    CHECK(forms.of(turned) == 1);
    CHECK(forms.of(one) == 2);
    CHECK(forms.of({}) == 3);
    CHECK(forms.of(both) == 0);
    CHECK(forms.of({}) == 3);
    CHECK(forms.size() == 4);
    CHECK(forms.terms() == 5);
    CHECK(std::vector<TermNumber>(forms.terms_of(1).begin(), forms.terms_of(1).end()) == turned);
    CHECK(forms.terms_of(3).empty());
}

}  // namespace schakel
