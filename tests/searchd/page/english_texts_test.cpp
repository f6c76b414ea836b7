#include "searchd/page/english_texts.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "searchd/page/page_template.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

/// A folder with a list of texts, and pages made of it.
class TranslatedPages {
public:
    explicit TranslatedPages(std::string_view list) { std::ofstream{list_file()} << list; }

    std::filesystem::path list_file() const { return folder_.path() / "english.tsv"; }

    std::string page(std::string_view text, EnglishTexts* english) const {
        std::ofstream{folder_.path() / "page.mustache"} << text;
        const auto loaded = PageTemplate::load(folder_.path(), "page", {}, english);
        TemplateData view;
        view["site"] = TemplateData{"Schakel"};
        return loaded ? loaded->render(view) : to_text(loaded.error(), Language::english);
    }

private:
    TemporaryFolder folder_;
};

std::string fault_in(std::string_view list) {
    const TranslatedPages pages{list};
    const auto texts = EnglishTexts::load(pages.list_file());
    if (texts) return "";
    CHECK(texts.error().code == ErrorCode::malformed);
    return texts.error().message.en;
}

bool names(const std::string& message, std::string_view piece) { return message.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("a marked text is there once in each language, with what it is filled with") {
    const TranslatedPages pages{"# names\nZoeken in {{site}}\tSearch {{site}}\n\nVorige\tPrevious\n"};
    auto english = EnglishTexts::load(pages.list_file());
    REQUIRE(english);
    const std::string text = "<b title=\"[[Vorige]]\">[[Zoeken in {{site}}]]</b>";
    CHECK(pages.page(text, nullptr) == "<b title=\"Vorige\">Zoeken in Schakel</b>");
    CHECK(pages.page(text, &*english) == "<b title=\"Previous\">Search Schakel</b>");
    CHECK(english->check_all_used());
}

TEST_CASE("a text without English is found when templates are loaded, with its file and line") {
    const TranslatedPages pages{"Vorige\tPrevious\n"};
    auto english = EnglishTexts::load(pages.list_file());
    REQUIRE(english);
    const std::string message = pages.page("<p>\n[[Vorige]] [[Volgende]]</p>", &*english);
    CHECK(names(message, "page.mustache:2: ‘Volgende’ is not in "));
    CHECK(pages.page("<p>\n[[Vorige]] [[Volgende]]</p>", nullptr) == "<p>\nVorige Volgende</p>");
}

TEST_CASE("a mark ends on its own line") {
    const TranslatedPages pages{""};
    CHECK(names(pages.page("a\n[[Vorige\n]]", nullptr), "page.mustache:2: the text after [["));
    CHECK(names(pages.page("[[Vorige", nullptr), "page.mustache:1: the text after [["));
    CHECK(pages.page("pattern=\"[0-9]{4}\"", nullptr) == "pattern=\"[0-9]{4}\"");
}

TEST_CASE("English that no template asks for is found") {
    const TranslatedPages pages{"Vorige\tPrevious\nVolgende\tNext\n"};
    auto english = EnglishTexts::load(pages.list_file());
    REQUIRE(english);
    pages.page("[[Volgende]]", &*english);
    const auto checked = english->check_all_used();
    REQUIRE_FALSE(checked);
    CHECK(names(checked.error().message.en, "english.tsv:1: no template has the text ‘Vorige’"));
}

TEST_CASE("faults in the list are named with their line") {
    CHECK(names(fault_in("Vorige Previous\n"), "english.tsv:1: a Dutch text"));
    CHECK(names(fault_in("\n# x\nVorige\t\n"), "english.tsv:3: a Dutch text"));
    CHECK(names(fault_in("\tPrevious\n"), "english.tsv:1: a Dutch text"));
    CHECK(names(fault_in("Vorige\tPrevious\nVorige\tBack\n"), "english.tsv:2: ‘Vorige’ is there twice"));
    CHECK(names(fault_in("Naar {{site}}\tTo {{place}}\n"), "english.tsv:1: what stands between"));
    CHECK(names(fault_in("Naar {{site}}\tTo\n"), "english.tsv:1: what stands between"));
    CHECK(fault_in("Naar {{site}} in {{place}}\tIn {{place}} to {{site}}").empty());
}

TEST_CASE("a list that is not there is an error, not a page in Dutch") {
    CHECK(EnglishTexts::load("/nowhere/english.tsv").error().code == ErrorCode::not_found);
}

}  // namespace schakel
