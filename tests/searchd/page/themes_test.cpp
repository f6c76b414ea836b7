#include "searchd/page/themes.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

namespace schakel {

TEST_CASE("a theme that is not there is refused with the names of those that are") {
    const auto found = check_theme(repository_folder() / "searchd" / "web", "gemeente");
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::config_invalid);
    CHECK(found.error().message.nl.starts_with("site.theme: er is geen thema \"gemeente\""));
    CHECK(found.error().hint.nl == "Kies uit rustig, schakel, of zet gemeente.css in die map.");
}

TEST_CASE("a theme that is dropped in the folder can be chosen, and nothing outside it") {
    const TemporaryFolder web;
    const auto themes = web.path() / "static" / "themes";
    std::filesystem::create_directories(themes);
    std::ofstream{themes / "gemeente.css"} << ".gemeente-theme { --utrecht-document-color: #000; }";
    std::ofstream{web.path() / "static" / "schakel.css"} << "";
    CHECK(check_theme(web.path(), "gemeente"));
    for (const char* other : {"", "../schakel", "schakel", "gemeente.css", "Gemeente"})
        CHECK_FALSE(check_theme(web.path(), other));
    CHECK(check_theme(web.path() / "nergens", "gemeente").error().code == ErrorCode::unreadable);
}

}  // namespace schakel
