#include "searchd/overview/questions.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/sample_index.hpp"

namespace schakel {
namespace {

const std::vector<RecurringQuery>& asked() {
    static const std::vector<RecurringQuery> all{
        {"wijkteam", "wijkteam", 40, 90, 8, {}},
        {"Respijtzorg", "respijtzorg", 9, 14, 0, {{"regio=PV23", 5}, {"regio=GM0193", 3}, {"type=rapport", 3}}},
        {"mantelzorg in de zomer", "mantelzorg in de zomer", 9, 11, 2, {{"regio=GM0344", 4}}},
        {"bezoek", "bezoek", 4, 4, 0, {{"thema=eenzaamheid", 3}}},
        {"mantelzorgmakelaar", "mantelzorgmakelaar", 3, 3, 1, {}}};
    return all;
}

/// "vraag (regions) [themes]", a line each.
std::string picked(const QuestionRequest& request) {
    std::string text;
    for (const Question& question : pick_questions(asked(), request, sample_installation()).found) {
        text += question.text;
        for (const AskedValue& region : question.regions) text += fmt::format(" ({} {})", region.label.nl, region.days);
        for (const AskedValue& theme : question.themes) text += fmt::format(" [{} {}]", theme.label.nl, theme.days);
        text += '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("what comes back in most regions comes first, then what comes back on most days") {
    CHECK(picked({}) ==
          "Respijtzorg (Overijssel 5) (Zwolle 3)\n"
          "mantelzorg in de zomer (Utrecht 4)\n"
          "wijkteam\n"
          "bezoek [eenzaamheid 3]\n"
          "mantelzorgmakelaar\n");
}

TEST_CASE("questions can be asked for by days, and by whether they found something") {
    CHECK(picked({.least_days = 9, .unanswered = true}) == "Respijtzorg (Overijssel 5) (Zwolle 3)\n");
    CHECK(picked({.least_days = 40}) == "wijkteam\n");
    CHECK(picked({.least_days = 41}).empty());
}

TEST_CASE("a region has the questions that were asked within it") {
    CHECK(picked({.regions = {"PV23"}}) == "Respijtzorg (Overijssel 5) (Zwolle 3)\n");
    CHECK(picked({.regions = {"GM0193"}}) == "Respijtzorg (Overijssel 5) (Zwolle 3)\n");
    CHECK(picked({.regions = {"PV26"}}) == "mantelzorg in de zomer (Utrecht 4)\n");
    CHECK(picked({.regions = {"PV31"}}).empty());
}

TEST_CASE("a theme has the questions that were asked with it, or name it in whole words") {
    CHECK(picked({.themes = {"eenzaamheid"}}) == "bezoek [eenzaamheid 3]\n");
    CHECK(picked({.themes = {"meedoen"}}) == "bezoek [eenzaamheid 3]\n");  // eenzaamheid lies below it
    CHECK(picked({.themes = {"mantelzorg"}}) ==
          "Respijtzorg (Overijssel 5) (Zwolle 3)\n"  // another name of it
          "mantelzorg in de zomer (Utrecht 4)\n");   // and not mantelzorgmakelaar
    CHECK(picked({.themes = {"informele-zorg"}, .regions = {"PV26"}}) == "mantelzorg in de zomer (Utrecht 4)\n");
}

TEST_CASE("questions come by the page") {
    CHECK(picked({.page = 2, .per_page = 2}) == "wijkteam\nbezoek [eenzaamheid 3]\n");
    CHECK(picked({.page = 4, .per_page = 2}).empty());
    CHECK(pick_questions(asked(), {.page = 10'000, .per_page = 100}, sample_installation()).total == asked().size());
}

}  // namespace schakel
