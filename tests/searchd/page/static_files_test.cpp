#include "searchd/page/static_files.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

namespace schakel {

TEST_CASE("the files of the page are found by their path, with type and ETag") {
    const Result<StaticFiles> files = StaticFiles::load(repository_folder() / "searchd" / "web" / "static");
    REQUIRE(files);
    const StaticFile* style = files->find("/static/schakel.css");
    REQUIRE(style != nullptr);
    CHECK(style->media_type == "text/css; charset=utf-8");
    CHECK(style->etag.size() == 34);
    CHECK(style->etag.front() == '"');
    CHECK(files->find("/static/schakel.js")->media_type == "text/javascript; charset=utf-8");
    CHECK(files->find("/static/favicon.svg")->etag != style->etag);
}

TEST_CASE("the files of another folder are found at their own prefix") {
    const TemporaryFolder folder;
    std::ofstream{folder.path() / "voorbeeld.html"} << "<!doctype html>";
    Result<StaticFiles> files = StaticFiles::load(repository_folder() / "searchd" / "web" / "static");
    REQUIRE(files);
    REQUIRE(files->add(folder.path(), "/widget/"));
    CHECK(files->find("/widget/voorbeeld.html")->media_type == "text/html; charset=utf-8");
    CHECK(files->find("/static/voorbeeld.html") == nullptr);
    CHECK(files->find("/static/themes/rustig.css") != nullptr);
    CHECK(files->add(folder.path() / "weg", "/weg/").error().code == ErrorCode::not_found);
}

TEST_CASE("nothing outside the folder can be named") {
    const Result<StaticFiles> files = StaticFiles::load(repository_folder() / "searchd" / "web" / "static");
    REQUIRE(files);
    CHECK(files->find("/static/../templates/home.mustache") == nullptr);
    CHECK(files->find("/static/") == nullptr);
    CHECK(files->find("schakel.css") == nullptr);
}

TEST_CASE("a file of an unknown kind and a missing folder are refused") {
    const TemporaryFolder folder;
    std::ofstream{folder.path() / "raar.xyz"} << "x";
    CHECK(StaticFiles::load(folder.path()).error().code == ErrorCode::unsupported_format);
    CHECK(StaticFiles::load(folder.path() / "weg").error().code == ErrorCode::not_found);
}

}  // namespace schakel
