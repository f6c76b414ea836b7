#include "indexer/previous_generation.hpp"

#include <utility>

#include "config/index/index_folder.hpp"

namespace schakel {

Result<PreviousGeneration> read_previous_generation(const std::filesystem::path& index,
                                                    const Installation& installation) {
    const IndexFolder folder(index);
    const auto live = folder.live();
    if (!live) return tl::unexpected(live.error());
    PreviousGeneration generation{folder.path_of(*live), {}, {}};
    auto manifest = read_manifest(generation.folder);
    if (!manifest) return tl::unexpected(manifest.error());
    if (auto fits = check_compatible(*manifest, installation.identity()); !fits) return tl::unexpected(fits.error());
    if (auto whole = verify_files(generation.folder, *manifest, false); !whole) return tl::unexpected(whole.error());
    auto ledger = read_ledger(generation.folder, manifest->ledger);
    if (!ledger) return tl::unexpected(ledger.error());
    generation.manifest = std::move(*manifest);
    generation.ledger = std::move(*ledger);
    return generation;
}

Ledger live_ledger(const std::filesystem::path& index) {
    const IndexFolder folder(index);
    const auto live = folder.live();
    const auto manifest = live.and_then([&](std::uint32_t number) { return read_manifest(folder.path_of(number)); });
    if (!manifest) return {};
    return read_ledger(folder.path_of(*live), manifest->ledger).value_or(Ledger{});
}

}  // namespace schakel
