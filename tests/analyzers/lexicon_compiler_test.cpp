#include "analyzers/lexicon/compiler/lexicon_compiler.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

namespace schakel {

namespace {

/// A small language in a folder of its own; every file can be written anew.
class LexiconFolder {
public:
    LexiconFolder() {
        write("nl.aff",
              "SFX Zb Y 1\nSFX Zb 0 en/CaCb .\nSFX Zh Y 1\nSFX Zh s zen s\nSFX Yb Y 2\nSFX Yb 0 je .\nSFX Yb 0 jes .\n"
              "SFX Vi Y 2\nSFX Vi 0 d .\nSFX Vi 0 de .\nSFX Aa Y 1\nSFX Aa 0 e .\nSFX Zj Y 1\nSFX Zj 0 n .\n");
        write("nl.dic",
              "12\nhuis/CaZhYb\nkoop/Zb\nlopen/Vi\nwerken/Vi\nschalen/Vi\ngerecht/Zb\nrechten/Vi\nsociaal/Aa\n"
              "dakloze/Zj\ndakloos/Aa\nstad/Yb\nfout/Fw\n");
        write("woorden",
              "huis\nhuizen\nhuisje\nhuisjes\nziekenhuis\nziekenhuizen\nzieken\nlopen\nloop\nloopt\nliep\ngelopen\n"
              "nalopen\nna\nnalopend\nnalopende\nnaliep\nverlopen\nverlopend\nverlopende\nverliep\nwerkt\nwerkte\n"
              "gewerkt\nwerkende\nop\nopschalen\nopgeschaald\ngeschaald\ngerecht\nsociale\ndakloze\ndaklozen\nstad\n"
              "steden\nbinnen\nbinnenstad\nbinnensteden\neenzaamheid\neenzaam\nGGD\nGGD'en\nkol nidrei\nmuziek\n"
              "muziekhuizen\n");
        write("sterke_werkwoorden.tsv", "infinitief\theden\tverleden\tdeelwoord\nlopen\t\tliep liepen\tgelopen\n");
        write("onregelmatige_meervouden.tsv", "meervoud\tenkelvoud\nsteden\tstad\n");
        write("gekozen_grondvormen.tsv", "vorm\tgrondvorm\nloop\tloop\n");
        write("functiewoorden.tsv", "woord\nop\n");
        write("vaste_verkleinwoorden.tsv", "woord\nmeisje\n");
        write("engels.index", "00databaseinfo\tB\tb\nziekenhuis\tDq\tk\n stad\tEq\tk\n");
        write("frans.index", "Ziekenhuis\tAq\tk\nziekenhuis\tBq\tk\n");
    }

    void write(const char* file, std::string_view text) const {
        std::ofstream(folder_.path() / file, std::ios::binary) << text;
    }

    Result<std::vector<LexiconWord>> compile() const {
        const auto& path = folder_.path();
        return compile_lexicon(
            {path / "woorden", path / "nl.dic", path / "nl.aff", path, {path / "engels.index", path / "frans.index"}});
    }

private:
    TemporaryFolder folder_;
};

std::map<std::string, LexiconWord> by_text(const std::vector<LexiconWord>& words) {
    std::map<std::string, LexiconWord> map;
    for (const LexiconWord& word : words) map.emplace(word.text, word);
    return map;
}

}  // namespace

TEST_CASE("every form gets its base form") {
    const auto compiled = LexiconFolder().compile();
    REQUIRE(compiled);
    auto words = by_text(*compiled);
    const std::pair<const char*, const char*> expected[] = {
        {"huizen", "huis"},
        {"huisje", "huis"},
        {"huisjes", "huis"},
        {"ziekenhuizen", "ziekenhuis"},
        {"steden", "stad"},
        {"liep", "lopen"},
        {"gelopen", "lopen"},
        {"binnensteden", "binnenstad"},
        {"naliep", "nalopen"},
        {"verliep", "verlopen"},
        {"loopt", "lopen"},
        {"opgeschaald", "opschalen"},
        {"werkte", "werken"},
        {"gewerkt", "werken"},
        {"werkende", "werken"},
        {"gerecht", "gerecht"},
        {"sociale", "sociaal"},
        {"daklozen", "dakloze"},
        {"dakloze", "dakloze"},
        {"ggd'en", "ggd"},
        {"eenzaamheid", "eenzaamheid"},
        {"loop", "loop"},
        {"muziekhuizen", "muziekhuis"},
    };
    for (const auto& [form, lemma] : expected) {
        CAPTURE(form);
        CHECK(words[form].lemma == lemma);
    }
}

TEST_CASE("derivations, roles and classes stand beside the base form") {
    const auto compiled = LexiconFolder().compile();
    REQUIRE(compiled);
    auto words = by_text(*compiled);
    CHECK(words["dakloze"].base == "dakloos");
    CHECK((words["huis"].roles & (role_begin | role_lemma)) == (role_begin | role_lemma));
    CHECK((words["huizen"].roles & role_plural) != 0);
    CHECK((words["huisje"].roles & role_diminutive) != 0);
    CHECK((words["gewerkt"].roles & role_past_or_participle) != 0);
    CHECK((words["ggd"].classes & class_abbreviation) != 0);
    CHECK((words["lopen"].classes & class_verb) != 0);
    CHECK(words["huis"].ends == 8);  // one word: ziekenhuis
}

TEST_CASE("forbidden words and lines of more words are left out") {
    const auto compiled = LexiconFolder().compile();
    REQUIRE(compiled);
    const auto words = by_text(*compiled);
    CHECK_FALSE(words.contains("fout"));
    CHECK_FALSE(words.contains("kol nidrei"));
}

TEST_CASE("a wrong line of a table is an error with file and line") {
    const LexiconFolder folder;
    folder.write("sterke_werkwoorden.tsv",
                 "infinitief\theden\tverleden\tdeelwoord\nlopen\t\tliep\t\nlopen\t\tliep\t\n");
    const auto compiled = folder.compile();
    REQUIRE_FALSE(compiled);
    CHECK(compiled.error().code == ErrorCode::language_data_invalid);
    CHECK(compiled.error().message.nl.find("sterke_werkwoorden.tsv:3: 'lopen' staat er al.") != std::string::npos);
}

TEST_CASE("a word knows in how many dictionaries it is a headword") {
    auto words = by_text(LexiconFolder().compile().value());
    CHECK(words["ziekenhuis"].dictionaries == 2);
    CHECK(words["stad"].dictionaries == 1);
    CHECK(words["binnenstad"].dictionaries == 0);
}

TEST_CASE("a line without a headword is an error with its line") {
    const LexiconFolder folder;
    folder.write("engels.index", "stad\tEq\tk\nhuis\n");
    const auto words = folder.compile();
    REQUIRE_FALSE(words);
    CHECK(words.error().code == ErrorCode::language_data_invalid);
    CHECK_THAT(words.error().message.nl,
               Catch::Matchers::EndsWith("engels.index:2: hier staat geen trefwoord met een tab erachter."));
}

}  // namespace schakel
