#include "searchd/page/page_template.hpp"

#include <filesystem>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "config/file.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

void write(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file} << text;
}

}  // namespace

TEST_CASE("a partial is put in and every value is escaped") {
    const TemporaryFolder folder;
    write(folder.path() / "page.mustache", "<p>\n  {{> name }}!\n</p>");
    write(folder.path() / "partials" / "name.mustache", "Dag {{name}}\n");
    const Result<PageTemplate> page = PageTemplate::load(folder.path(), "page");
    REQUIRE(page);
    TemplateData view;
    view["name"] = TemplateData{"<b>\"O'Neil\" & co</b>"};
    CHECK(page->render(view) == "<p>\nDag &lt;b&gt;&quot;O&apos;Neil&quot; &amp; co&lt;/b&gt;!\n</p>");
}

TEST_CASE("white space stays as it is, and a line with a section tag only leaves nothing") {
    const TemporaryFolder folder;
    write(
        folder.path() / "page.mustache",
        "<ul class=\"a  b\">\n  {{#items}}\n  <li>{{.}} {{#never}}x{{/never}} !</li>\n  {{/items}}\n\n  {{^items}}\n  "
        "<li>\n  {{/items}}\n</ul>\n");
    const Result<PageTemplate> page = PageTemplate::load(folder.path(), "page");
    REQUIRE(page);
    TemplateData view;
    view["items"] = list_of({TemplateData{"een  twee\ndrie"}, TemplateData{"vier"}});
    view["never"] = TemplateData{false};
    CHECK(page->render(view) == "<ul class=\"a  b\">\n<li>een  twee\ndrie  !</li>\n<li>vier  !</li>\n\n</ul>\n");
}

TEST_CASE("of control characters in a value no page shows more than white space") {
    const TemporaryFolder folder;
    write(folder.path() / "page.mustache", "<p title=\"{{name}}\">{{name}}</p>");
    const Result<PageTemplate> page = PageTemplate::load(folder.path(), "page");
    REQUIRE(page);
    TemplateData view;
    view["name"] = TemplateData{"a\fb\vc"};
    CHECK(page->render(view) == "<p title=\"a b\nc\">a b\nc</p>");
}

TEST_CASE("a partial that the program made goes before a file") {
    const TemporaryFolder folder;
    write(folder.path() / "page.mustache", "<ul>{{>items}}</ul>");
    const Result<PageTemplate> page = PageTemplate::load(folder.path(), "page", {{"items", "<li>één</li>\n"}});
    REQUIRE(page);
    CHECK(page->render(TemplateData{TemplateData::type::object}) == "<ul><li>één</li></ul>");
}

TEST_CASE("faults in templates are found when they are loaded") {
    const TemporaryFolder folder;
    write(folder.path() / "open.mustache", "{{#section}}");
    write(folder.path() / "loop.mustache", "{{>loop}}");
    write(folder.path() / "partials" / "loop.mustache", "{{>loop}}");
    write(folder.path() / "lost.mustache", "{{>nowhere}}");
    CHECK(PageTemplate::load(folder.path(), "open").error().code == ErrorCode::malformed);
    CHECK(PageTemplate::load(folder.path(), "loop").error().code == ErrorCode::malformed);
    CHECK(PageTemplate::load(folder.path(), "lost").error().code == ErrorCode::not_found);
    CHECK(PageTemplate::load(folder.path(), "absent").error().code == ErrorCode::not_found);
}

TEST_CASE("one template is rendered by many threads at a time") {
    const TemporaryFolder folder;
    write(folder.path() / "page.mustache", "{{#items}}{{.}} {{/items}}");
    const Result<PageTemplate> page = PageTemplate::load(folder.path(), "page");
    REQUIRE(page);
    TemplateData view;
    view["items"] = list_of({TemplateData{"a"}, TemplateData{"b"}});
    std::vector<std::string> pages(8);
    std::vector<std::thread> threads;
    for (std::string& result : pages)
        threads.emplace_back([&result, &page, &view] {
            for (int i = 0; i < 50; ++i) result = page->render(view);
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : pages) CHECK(result == "a b ");
}

TEST_CASE("no template of ours leaves a value unescaped or holds a script or style of its own") {
    const std::filesystem::path folder = repository_folder() / "searchd" / "web" / "templates";
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
        const std::string text = read_file(entry.path()).value();
        INFO(entry.path());
        // The data for search engines: product_view leaves it out when it holds a "<".
        const bool is_structured_data = entry.path().filename() == "structured_data.mustache";
        const std::string allowed = "<script type=\"application/ld+json\">{{{structured_data}}}</script>\n";
        if (is_structured_data) CHECK(text == allowed);
        CHECK((is_structured_data || text.find("{{{") == std::string::npos));
        CHECK(text.find("{{&") == std::string::npos);
        CHECK(text.find(" style=") == std::string::npos);
        CHECK(text.find("<style") == std::string::npos);
        CHECK(text.find("<script>") == std::string::npos);
        CHECK(text.find("<pre") == std::string::npos);
    }
}

}  // namespace schakel
