#include "searchd/ranking/ranking_tables.hpp"

namespace schakel {

namespace {

constexpr int size_classes = 8;      // of Statistics Netherlands (CBS, gemeentegrootte)
constexpr int urbanity_classes = 5;  // of the same (CBS, stedelijkheid)

}  // namespace

Result<RankingTables> RankingTables::load(const Installation& installation) {
    const std::filesystem::path& folder = installation.settings.paths.ranking;
    const RegionTable& regions = installation.regions;
    auto schemes = ThemeSchemes::load(folder / "regio-per-thema.tsv", installation.vocabularies, regions);
    if (!schemes) return tl::unexpected(schemes.error());
    auto lives = ShelfLives::load(folder / "houdbaarheid.tsv", installation.vocabularies);
    if (!lives) return tl::unexpected(lives.error());
    auto sizes = MunicipalityClasses::load(folder / "gemeentegrootte.tsv", regions, size_classes);
    if (!sizes) return tl::unexpected(sizes.error());
    auto urbanity = MunicipalityClasses::load(folder / "stedelijkheid.tsv", regions, urbanity_classes);
    if (!urbanity) return tl::unexpected(urbanity.error());
    return RankingTables{std::move(*schemes), std::move(*lives), std::move(*sizes), std::move(*urbanity)};
}

}  // namespace schakel
