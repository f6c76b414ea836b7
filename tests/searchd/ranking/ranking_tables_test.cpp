#include "searchd/ranking/ranking_tables.hpp"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "searchd/query/query_parser.hpp"
#include "searchd/ranking/best_bets.hpp"
#include "tests/golden/golden.hpp"
#include "tests/searchd/ranking/placed_products.hpp"

namespace schakel {
namespace {

Query read_query(std::string_view typed) {
    static Analyzer analyzer(sample_installation().language);
    return parse_query(typed, analyzer, sample_installation());
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The table of a case: `tabel` and its name on the first line, its rows on the others.
class GivenTable {
public:
    explicit GivenTable(std::string input) {
        const std::size_t end = input.find('\n');
        name_ = input.substr(std::string_view("tabel ").size(), end - std::string_view("tabel ").size());
        input.erase(0, end + 1);
        replace_all(input, "⇥", "\t");
        std::ofstream(file()) << input;
    }

    const std::string& name() const { return name_; }
    std::filesystem::path file() const { return folder_.path() / name_; }

    /// "ok", or the error in both languages without the name of the folder.
    template <class Table>
    std::string outcome(const Result<Table>& loaded) const {
        if (loaded) return "ok";
        std::string text = to_text(loaded.error(), Language::dutch) + "\n" + to_text(loaded.error(), Language::english);
        replace_all(text, folder_.path().string() + "/", "");
        return text;
    }

private:
    TemporaryFolder folder_;
    std::string name_;
};

std::string loaded_text(const std::string& input) {
    const GivenTable table(input);
    const Installation& installation = sample_installation();
    if (table.name() == "regio-per-thema.tsv")
        return table.outcome(ThemeSchemes::load(table.file(), installation.vocabularies, installation.regions));
    if (table.name() == "houdbaarheid.tsv")
        return table.outcome(ShelfLives::load(table.file(), installation.vocabularies));
    if (table.name() == "stedelijkheid.tsv")
        return table.outcome(MunicipalityClasses::load(table.file(), installation.regions, 5));
    return table.outcome(BestBets::load(table.file(), read_query));
}

/// The region tables of the source tree, with a table of youth regions.
RegionTable regions_with_youth_regions(const std::filesystem::path& folder) {
    std::filesystem::copy(repository_folder() / "config" / "regions", folder, std::filesystem::copy_options::recursive);
    std::ofstream(folder / "schemes" / "jeugdregio.tsv")
        << "# indeling: jeugdregio\n# naam: Jeugdregio\n# soort: overlappend\n# geldigVan: 2026-01-01\n# geldigTot:\n"
           "regio\tnaam\tvarianten\tgemeente\njeugdregio-voorbeeld\tVoorbeeld\t\tGM0153\n";
    return RegionTable::load(folder).value();
}

}  // namespace

TEST_CASE("tables for ranking load or say what is wrong", "[golden]") { CHECK_GOLDEN("ranking/tables", loaded_text); }

TEST_CASE("the tables of the source tree load") {
    const auto loaded = RankingTables::load(sample_installation());
    INFO((loaded ? "" : loaded.error().message.nl));
    REQUIRE(loaded);
    CHECK(loaded->shelf_lives.half_life("methodiek") > loaded->shelf_lives.half_life("leerkring"));
    CHECK(loaded->sizes.of("GM0363") == 8);
    CHECK(loaded->urbanity.of("GM0363") == 0);
    const auto bets = BestBets::load(sample_installation().settings.paths.best_bets, read_query);
    INFO((bets ? "" : bets.error().message.nl));
    CHECK(bets);
}

TEST_CASE("the first scheme of a row that is loaded counts") {
    const TemporaryFolder folder;
    const RegionTable regions = regions_with_youth_regions(folder.path());
    const Installation& installation = sample_installation();
    const auto schemes = ThemeSchemes::load(installation.settings.paths.ranking / "regio-per-thema.tsv",
                                            installation.vocabularies, regions);
    REQUIRE(schemes);
    CHECK(schemes->scheme_of("jeugd-en-gezin") == SchemeSet{1} << schemes->number_of("jeugdregio"));
    const ThemeSchemes& without = shipped_tables().theme_schemes;
    CHECK(without.scheme_of("jeugd-en-gezin") == SchemeSet{1} << without.number_of("ggd"));
    CHECK(without.scheme_of("werk-en-inkomen") == SchemeSet{1} << without.number_of("arbeidsmarktregio"));
    CHECK(without.scheme_of("kennis-en-leren") == 0);
}

TEST_CASE("a folder without tables is named") {
    const TemporaryFolder folder;
    const auto loaded = ShelfLives::load(folder.path() / "houdbaarheid.tsv", sample_installation().vocabularies);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::not_found);
    CHECK(loaded.error().message.nl.find("houdbaarheid.tsv") != std::string::npos);
}

}  // namespace schakel
