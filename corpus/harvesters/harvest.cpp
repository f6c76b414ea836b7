#include "corpus/harvesters/harvest.hpp"

#include <algorithm>

#include "corpus/harvesters/harvest_run.hpp"
#include "corpus/harvesters/oai_pmh.hpp"
#include "corpus/harvesters/sitemap.hpp"

namespace schakel {
namespace {

HarvestReport failed(const HarvestSource& source, Error error) {
    HarvestReport report;
    report.source = source.name;
    report.failure = std::move(error);
    return report;
}

Error bad_name(const std::string& name) {
    return {ErrorCode::config_invalid,
            {"“" + name + "” kan niet de naam van een bron zijn", "“" + name + "” cannot be the name of a source"},
            {"gebruik kleine letters, cijfers en koppeltekens, hoogstens 64",
             "use small letters, digits and hyphens, at most 64"}};
}

}  // namespace

bool is_source_name(std::string_view name) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return !name.empty() && name.size() <= 64 && name.front() != '-' &&
           name.find_first_not_of(letters) == std::string_view::npos;
}

std::filesystem::path record_folder(const std::filesystem::path& store, const HarvestSource& source) {
    return store / source.name / "records";
}

HarvestReport harvest(const HarvestSource& source, const HarvestOptions& options, const HarvestProgress& progress) {
    if (!is_source_name(source.name)) return failed(source, bad_name(source.name));
    Result<RecordStore> store = RecordStore::open(options.store / source.name);
    if (!store) return failed(source, store.error());
    HarvestRun run(source, options, progress, std::move(*store));
    const Result<void> harvested = source.kind == HarvestKind::oai_pmh ? harvest_oai(run) : harvest_sitemaps(run);
    if (!harvested) run.report().failure = harvested.error();
    return std::move(run).finish();
}

}  // namespace schakel
