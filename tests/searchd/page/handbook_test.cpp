#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "config/file.hpp"
#include "config/settings_table.hpp"
#include "tests/paths.hpp"
#include "tests/searchd/page/sample_answers.hpp"

namespace schakel {

namespace {

/// What the first group of a pattern holds, everywhere it matches.
std::vector<std::string> all_matches(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
        found.push_back((*at)[1].str());
    return found;
}

std::set<std::string> different(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

/// What is in `some` and not in `all`.
std::vector<std::string> missing(const std::set<std::string>& some, const std::set<std::string>& all) {
    std::vector<std::string> lost;
    std::ranges::set_difference(some, all, std::back_inserter(lost));
    return lost;
}

using Texts = std::vector<std::string>;

std::string source_of(const char* program) { return read_file(repository_folder() / program / "main.cpp").value(); }

std::set<std::string> commands_of_the_indexer() {
    return different(all_matches(source_of("indexer"), "add_command\\(program, \"([a-z]+)\""));
}

/// Of one section, or of all of them.
std::set<std::string> names_of_settings(std::string_view section = {}) {
    std::set<std::string> names;
    for (const SettingKey& key : settings_table())
        if (section.empty() || key.section == section) names.emplace(key.name);
    return names;
}

}  // namespace

TEST_CASE("the list of chapters leads to every chapter, in their order") {
    const std::string page = page_renderer().handbook_page();
    const std::size_t list_end = page.find("</nav>");
    const std::string chapters = page.substr(list_end);
    const Texts listed = all_matches(page.substr(0, list_end), "<li><a href=\"#([a-z-]+)\">");
    CHECK(listed.size() == 20);
    CHECK(all_matches(chapters, "<section aria-labelledby=\"([a-z-]+)\">") == listed);
    CHECK(all_matches(chapters, "<h2 id=\"([a-z-]+)\">") == listed);
    CHECK(missing(different(all_matches(chapters, "href=\"#([a-z-]+)\"")), different(listed)) == Texts{});
}

TEST_CASE("every command of the indexer is explained, and no other") {
    const std::set<std::string> commands = commands_of_the_indexer();
    REQUIRE(commands.size() >= 14);
    const std::set<std::string> shown =
        different(all_matches(page_renderer().handbook_page(), "schakel-indexer ([a-z]+) "));
    CHECK(missing(commands, shown) == Texts{});
    CHECK(missing(shown, commands) == Texts{});
}

TEST_CASE("every option that the handbook names exists") {
    std::set<std::string> options =
        different(all_matches(source_of("indexer") + source_of("searchd") +
                                  read_file(repository_folder() / "config" / "command_line.cpp").value(),
                              "\"--([a-z-]+)\""));
    options.insert("help");
    const std::set<std::string> shown =
        different(all_matches(visible_text(page_renderer().handbook_page()), "--([a-z][a-z-]+)"));
    CHECK(shown.size() > 15);
    CHECK(missing(shown, options) == Texts{});
}

TEST_CASE("every setting of a source is explained, and every setting that is named exists") {
    const std::string page = page_renderer().handbook_page();
    std::string terms;
    for (const std::string& term : all_matches(page, "<dt>(.+?)</dt>")) terms += term;
    CHECK(missing(names_of_settings(sources_section), different(all_matches(terms, "<code>([a-z_]+)</code>"))) ==
          Texts{});
    const std::set<std::string> shown = different(all_matches(page, "<code>([a-z]+_[a-z_]+)"));
    CHECK(shown.size() > 8);
    CHECK(missing(shown, names_of_settings()) == Texts{});
}

TEST_CASE("every kind of file that is read is in the table, and no other") {
    const std::string registry = read_file(repository_folder() / "corpus" / "reader_registry.cpp").value();
    const std::set<std::string> read =
        different(all_matches(registry, "(?:ReaderFormat\\{|archive\\()\"(\\.[a-z.]+)\""));
    REQUIRE(read.size() > 10);
    std::set<std::string> shown;
    for (const std::string& row : all_matches(page_renderer().handbook_page(), "<th scope=\"row\">(\\.[a-z. ]+)</th>"))
        shown.merge(different(all_matches(row + ' ', "(\\.[a-z.]+) ")));
    CHECK(missing(read, shown) == Texts{});
    CHECK(missing(shown, read) == Texts{});
}

TEST_CASE("every page leads to the handbook") {
    CHECK(holds(page_renderer().error_page(404, "Niet gevonden", "Het adres bestaat niet.", ""),
                "<a href=\"/handleiding\">Handleiding voor beheerders</a>"));
}

}  // namespace schakel
