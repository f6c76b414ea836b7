#include "indexer/record_dating.hpp"

#include <algorithm>
#include <chrono>

#include <spdlog/spdlog.h>

#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "config/index/record_dates.hpp"
#include "config/utc_time.hpp"
#include "indexer/ledger.hpp"

namespace schakel {

namespace {

std::vector<LivingRecord> records_of(const Ledger& ledger) {
    std::vector<LivingRecord> living;
    living.reserve(ledger.records());
    for (const LedgerFile& file : ledger.files)
        for (const LedgerRecord& record : file.records) living.push_back({record.id, record.version.hash});
    std::ranges::sort(living, {}, &LivingRecord::id);
    return living;
}

}  // namespace

Result<void> date_live_records(const std::filesystem::path& index) {
    const IndexFolder folder(index);
    const auto live = folder.live();
    if (!live) return tl::unexpected(live.error());
    const auto dated = dated_generation(index);
    if (!dated) return tl::unexpected(dated.error());
    if (*dated == *live) return {};
    const auto manifest = read_manifest(folder.path_of(*live));
    if (!manifest) return tl::unexpected(manifest.error());
    const auto ledger = read_ledger(folder.path_of(*live), manifest->ledger);
    if (!ledger) return tl::unexpected(ledger.error());
    return follow_generation(index, *live, records_of(*ledger), utc_now() + until_it_is_served);
}

void try_to_date_live_records(const std::filesystem::path& index) {
    const auto dated = date_live_records(index);
    if (dated) return;
    // There is nothing to date yet, or what there is was made by another version and will be replaced.
    const ErrorCode code = dated.error().code;
    if (code == ErrorCode::index_missing || code == ErrorCode::index_mismatch) return;
    spdlog::warn("de datums van de producten zijn niet bijgewerkt: {}", to_text(dated.error(), Language::dutch));
}

}  // namespace schakel
