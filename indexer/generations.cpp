#include "indexer/generations.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/index/durable_file.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "indexer/record_dating.hpp"
#include "indexer/write_lock.hpp"

namespace schakel {

namespace {

tl::unexpected<Error> no_generation(const std::filesystem::path& index, const Text& which) {
    std::vector<std::uint32_t> numbers = IndexFolder(index).generations();
    const std::string known = fmt::format("{}", fmt::join(numbers, ", "));
    return fail(ErrorCode::index_missing,
                {fmt::format("In {} staat geen {}.", index.string(), which.nl),
                 fmt::format("There is no {} in {}.", which.en, index.string())},
                {"Er zijn: " + (known.empty() ? "geen" : known), "There are: " + (known.empty() ? "none" : known)});
}

}  // namespace

Result<void> make_live(const std::filesystem::path& index, std::uint32_t generation, const Installation& installation) {
    const auto lock = WriteLock::acquire(index);
    if (!lock) return tl::unexpected(lock.error());
    const IndexFolder folder(index);
    const auto numbers = folder.generations();
    if (std::ranges::find(numbers, generation) == numbers.end())
        return no_generation(index,
                             {fmt::format("generatie {}", generation), fmt::format("generation {}", generation)});
    const auto manifest = read_manifest(folder.path_of(generation));
    if (!manifest) return tl::unexpected(manifest.error());
    if (auto fits = check_compatible(*manifest, installation.identity()); !fits) return fits;
    if (auto whole = verify_files(folder.path_of(generation), *manifest, true); !whole) return whole;
    if (auto live = folder.make_live(generation); !live) return live;
    try_to_date_live_records(index);
    return {};
}

Result<std::uint32_t> generation_before_live(const std::filesystem::path& index) {
    const IndexFolder folder(index);
    const auto live = folder.live();
    if (!live) return tl::unexpected(live.error());
    const auto numbers = folder.generations();
    const auto at = std::ranges::find(numbers, *live);
    if (at == numbers.begin())
        return no_generation(index, {"oudere generatie om naar terug te gaan", "older generation to return to"});
    return *std::prev(at);
}

Result<std::uint32_t> newest_generation(const std::filesystem::path& index) {
    const auto numbers = IndexFolder(index).generations();
    if (numbers.empty()) return no_generation(index, {"index", "index"});
    return numbers.back();
}

Result<std::vector<std::uint32_t>> prune(const std::filesystem::path& index, int keep) {
    const auto lock = WriteLock::acquire(index);
    if (!lock) return tl::unexpected(lock.error());
    const IndexFolder folder(index);
    const auto live = folder.live();
    const auto numbers = folder.generations();
    std::vector<std::uint32_t> removed;
    for (std::size_t i = 0; i + static_cast<std::size_t>(keep) < numbers.size(); ++i) {
        if (live && numbers[i] == *live) continue;
        std::error_code problem;
        std::filesystem::remove_all(folder.path_of(numbers[i]), problem);
        if (problem) return io_failure(folder.path_of(numbers[i]), problem.value());
        removed.push_back(numbers[i]);
    }
    return removed;
}

}  // namespace schakel
