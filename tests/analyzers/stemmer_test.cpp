#include "analyzers/stemmer.hpp"

#include <catch2/catch.hpp>

#include "tests/analyzers/language_folder.hpp"

namespace schakel {

namespace {

/// Stems with the small tables of a LanguageFolder: stop words de and men.
struct SmallStemmer {
    LanguageFolder folder;
    LanguageData language = *folder.load();
    Stemmer stemmer{language};

    std::string operator()(std::string_view word) const { return stemmer.stem(word); }
};

}  // namespace

TEST_CASE("a stem is never a stop word") {
    const SmallStemmer stem;
    CHECK(stem("mens") == "mens");
    CHECK(stem("mensen") == "mens");
}

TEST_CASE("a word with a digit is kept") {
    const SmallStemmer stem;
    CHECK(stem("co2en") == "co2en");
    CHECK(stem("2015") == "2015");
}

TEST_CASE("regular forms that Snowball brings half-way meet") {
    const SmallStemmer stem;
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{{"gezin", "gezinnen"},
                                                                                     {"huis", "huizen"},
                                                                                     {"brief", "brieven"},
                                                                                     {"subsidie", "subsidies"},
                                                                                     {"advies", "adviezen"},
                                                                                     {"fase", "fases"},
                                                                                     {"proces", "processen"},
                                                                                     {"adres", "adressen"},
                                                                                     {"interesse", "interesses"},
                                                                                     {"categorie", "categorieen"},
                                                                                     {"idee", "ideeen"},
                                                                                     {"sociaal", "sociale"},
                                                                                     {"meisje", "meisjes"},
                                                                                     {"cursus", "cursussen"},
                                                                                     {"half", "halve"},
                                                                                     {"stress", "stressen"}}) {
        INFO(one << " and " << other);
        CHECK(stem(one) == stem(other));
    }
}

TEST_CASE("what is no word is left alone") {
    const SmallStemmer stem;
    for (const char* word : {"ggz", "tv", "wlz", "bbz", "les", "ies", "es", "ss", "v", "z", "eel", "aal", "'", "-"}) {
        INFO(word);
        CHECK(stem(word) == word);
    }
}

}  // namespace schakel
