#include "config/regions.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/config/input_folder.hpp"
#include "tests/golden/golden.hpp"

namespace schakel {
namespace {

std::string joined(const std::vector<std::string>& codes) {
    return codes.empty() ? "geen" : fmt::format("{}", fmt::join(codes, " "));
}

/// The value asked for → the region meant; its municipalities of today; what contains it.
std::string answer(const RegionTable& table, const InputFolder& folder, const std::string& written) {
    const auto resolved = table.resolve(written);
    if (!resolved) return folder.describe(resolved.error());
    const Region& region = **resolved;
    std::string text = fmt::format("{} → {} {} {}", written, region.scheme, region.code, region.name);
    if (!region.valid_until.empty()) text += " tot en met " + region.valid_until;
    text += fmt::format("\n  gemeenten: {}", joined(table.municipalities_of(region.code)));
    return text + fmt::format("\n  ligt in: {}", joined(table.containing(region.code)));
}

std::string loaded_text(const std::string& input) {
    InputFolder folder(input, "schemes/indeling.tsv");
    folder.add_missing("gemeenten.tsv",
                       "code\tnaam\tvarianten\tprovincie\tgeldigVan\tgeldigTot\n"
                       "GM0001\tAasdorp\n"
                       "GM0002\tBeekstad\tStad aan de Beek\n"
                       "GM0003\tColwijk\n"
                       "GM0009\tOuderveen\t\t\t\t2018-12-31\n");
    folder.add_missing("herindelingen.tsv",
                       "per\toud\topvolgers\tsoort\n2019-01-01\tGM0009\tGM0001 GM0002\tgesplitst\n");
    std::filesystem::create_directories(folder.path() / "schemes");
    const auto table = RegionTable::load(folder.path());
    if (!table) return folder.describe(table.error());
    std::string text = "ok";
    for (const auto& [code, scheme] : table->schemes())
        text += fmt::format("\n{} ({}): {}", code, scheme.name, fmt::join(scheme.regions, " "));
    for (const std::string& question : folder.questions()) text += "\n" + answer(*table, folder, question);
    return text;
}

}  // namespace

TEST_CASE("region tables load or say what is wrong", "[golden]") { CHECK_GOLDEN("regions", loaded_text); }

TEST_CASE("unknown codes stand for nothing") {
    const RegionTable empty;
    CHECK(empty.find("GM0153") == nullptr);
    CHECK(empty.containing("GM0153").empty());
    CHECK(empty.municipalities_of("GM0153").empty());
}

}  // namespace schakel
