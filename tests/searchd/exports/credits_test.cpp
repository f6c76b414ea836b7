#include "searchd/exports/credits.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/sample_index.hpp"
#include "tests/searchd/exports/hostile_text.hpp"
#include "tests/searchd/exports/written_record.hpp"

namespace schakel {

TEST_CASE("the family name comes first where initials show which it is") {
    CHECK(family_name_first("M. Stam") == "Stam, M.");
    CHECK(family_name_first("J.P. Wilken") == "Wilken, J.P.");
    CHECK(family_name_first("A. M. de Vries") == "Vries, A. M. de");
    CHECK(family_name_first("M. van der Werf") == "Werf, M. van der");
    CHECK(family_name_first("G. van 't Hof") == "Hof, G. van 't");
    CHECK(family_name_first("M. Bratti-van der Werf") == "Bratti-van der Werf, M.");
    for (const std::string name : {"Stam, M.", "Pauline van Viegen", "Staatssecretaris Van Rijn (VWS)", "M.", "Stam",
                                   "M. van", "de M. Stam", ""})
        CHECK(family_name_first(name) == name);
}

TEST_CASE("no letter of a name is lost") {
    rc::prop("", [] {
        const std::string name = "M. " + hostile_text();
        std::string turned = family_name_first(name);
        std::string sorted = name;
        for (std::string* text : {&turned, &sorted}) {
            std::erase_if(*text, [](char c) { return c == ' ' || c == ','; });
            std::sort(text->begin(), text->end());
        }
        RC_ASSERT(turned == sorted);
    });
}

TEST_CASE("who made, who published and who is only mentioned") {
    const Credits credits = credits_of(
        written_record("auteur: M. Stam\nauteur: M. Stam\nmaker: club De\nuitgever: movisie\nopdrachtgever: a A\n"
                       "deelnemer: b B\nzelf: c C"),
        Labels(sample_installation()));
    CHECK(credits.persons == std::vector<std::string>{"M. Stam"});
    CHECK(credits.makers == std::vector<std::string>{"De"});
    CHECK(credits.publishers == std::vector<std::string>{"Movisie"});
    CHECK(credits.responsible() == credits.persons);
    CHECK(credits.organisations() == credits.makers);
}

}  // namespace schakel
