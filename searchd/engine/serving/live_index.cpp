#include "searchd/engine/serving/live_index.hpp"

#include <algorithm>

#include <sys/resource.h>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "searchd/engine/index/index_notices.hpp"
#include "searchd/engine/index/lost_pages.hpp"
#include "searchd/engine/serving/canonical_text.hpp"

namespace schakel {

namespace {

constexpr std::chrono::seconds queue_patience{5};
constexpr std::chrono::seconds damage_patience{10};      // how long a request waits for the files to be read again
constexpr std::chrono::seconds between_close_looks{30};  // reading all files takes the disk from those who search
constexpr int politeness = 10;                           // nice value of the thread that watches

bool same_notices(std::span<const Text> a, std::span<const Text> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Text& x, const Text& y) { return x.nl == y.nl; });
}

/// Two of the indexes may not be one folder: everything would be found twice, or never.
Result<void> check_folders(const std::filesystem::path& own, const std::vector<DeclaredIndex>& others) {
    std::vector<std::filesystem::path> known{std::filesystem::weakly_canonical(own)};
    for (const DeclaredIndex& other : others) {
        const std::filesystem::path folder = std::filesystem::weakly_canonical(other.path);
        if (std::find(known.begin(), known.end(), folder) != known.end())
            return fail(ErrorCode::config_invalid,
                        {fmt::format("De index {} ({}) wordt al doorzocht.", other.name, folder.string()),
                         fmt::format("The index {} ({}) is searched already.", other.name, folder.string())},
                        {"Noem elke map één keer: met --index of bij [[indexes]] in schakel.toml.",
                         "Name every folder once: with --index or below [[indexes]] in schakel.toml."});
        known.push_back(folder);
    }
    return {};
}

}  // namespace

LiveIndex::LiveIndex(const std::filesystem::path& index, const Installation& installation,
                     std::shared_ptr<const SearchTables> tables)
    : installation_(installation),
      tables_(std::move(tables)),
      queue_(searches_at_once(installation.settings.server.searches),
             static_cast<std::size_t>(installation.settings.server.maximum_waiting_searches), queue_patience) {
    indexes_.emplace_back(IndexFolder(index), installation.identity());
    for (const DeclaredIndex& other : installation.settings.indexes)
        indexes_.emplace_back(other, installation.identity());
}

Result<std::unique_ptr<LiveIndex>> LiveIndex::open(const std::filesystem::path& index,
                                                   const Installation& installation) {
    if (auto checked = check_folders(index, installation.settings.indexes); !checked)
        return tl::unexpected(checked.error());
    outlive_lost_pages();
    auto tables = SearchTables::load(installation);
    if (!tables) return tl::unexpected(tables.error());
    std::unique_ptr<LiveIndex> live(new LiveIndex(index, installation, std::move(*tables)));
    if (auto begun = live->begin(); !begun) return tl::unexpected(begun.error());
    live->watcher_ = std::thread([raw = live.get()] { raw->watch(); });
    return live;
}

LiveIndex::~LiveIndex() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (watcher_.joinable()) watcher_.join();
}

/// Unlike later, an own index or blocklist that cannot be read is fatal here: there is none from before that could be kept.
Result<void> LiveIndex::begin() {
    look(false);
    if (!indexes_.front().searched()) return tl::unexpected(*indexes_.front().fault());
    return renew();
}

bool LiveIndex::look(bool closely) {
    bool changed = false;
    for (WatchedIndex& index : indexes_)
        if (closely ? index.look_closely() : index.look()) changed = true;
    return changed;
}

IndexStanding LiveIndex::standing() const {
    IndexStanding standing;
    for (const WatchedIndex& index : indexes_) index.report(std::chrono::system_clock::now(), standing);
    return standing;
}

Result<std::shared_ptr<const IndexSnapshot>> LiveIndex::join(const IndexSnapshot* predecessor) const {
    std::vector<SearchedIndex> indexes;
    for (const WatchedIndex& index : indexes_)
        if (auto searched = index.searched()) indexes.push_back(std::move(*searched));
    auto joined = IndexSnapshot::join(indexes, standing(), installation_.settings.search, predecessor);
    if (joined || indexes.size() == 1) return joined;
    spdlog::error("de indexen zijn niet samen te doorzoeken: {}", to_text(joined.error(), Language::dutch));
    return join_what_can_be(std::move(indexes));
}

/// The own index with each of the others that can be joined to it.
Result<std::shared_ptr<const IndexSnapshot>> LiveIndex::join_what_can_be(std::vector<SearchedIndex> indexes) const {
    IndexStanding said = standing();
    std::vector<SearchedIndex> joined{indexes.front()};
    const Settings::Search& settings = installation_.settings.search;
    for (auto index = std::next(indexes.begin()); index != indexes.end(); ++index) {
        joined.push_back(*index);
        if (IndexSnapshot::join(joined, {}, settings, nullptr)) continue;
        joined.pop_back();
        said.notices.push_back(cannot_be_searched(index->name));
        said.incomplete = true;
    }
    return IndexSnapshot::join(std::move(joined), std::move(said), settings, nullptr);
}

Result<void> LiveIndex::renew() {
    const std::uint64_t lost = lost_pages();
    const std::shared_ptr<SearcherPool> before = pool();
    said_ = standing().notices;
    auto snapshot = join(before == nullptr ? nullptr : &before->snapshot());
    if (!snapshot) return tl::unexpected(snapshot.error());
    const std::size_t others = (*snapshot)->indexes().size() - 1;
    spdlog::info("generatie {}: {} producten{}", (*snapshot)->generation(), (*snapshot)->living(),
                 others == 0 ? "" : fmt::format(", met die van {} andere indexen", others));
    const SearcherPool::Common common{installation_, tables_, queue_.at_once(), cache_counts_};
    auto fresh = std::make_shared<SearcherPool>(std::move(*snapshot), common, lost);
    if (auto prepared = fresh->prepare(); !prepared) return prepared;
    const std::lock_guard lock(mutex_);
    pool_ = std::move(fresh);
    return {};
}

/// The age of an index changes although nothing else does.
bool LiveIndex::says_something_else() const { return !same_notices(standing().notices, said_); }

void LiveIndex::watch() {
    ::setpriority(PRIO_PROCESS, 0, politeness);  // of this thread only; without that right it just goes on
    const std::chrono::milliseconds interval(installation_.settings.server.generation_poll_milliseconds);
    while (true) {
        bool closely = false;
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, interval, [this] { return stopping_ || look_closely_; });
            if (stopping_) return;
            closely = look_closely_;
        }
        if (look(closely) || says_something_else())
            if (auto renewed = renew(); !renewed)
                spdlog::error("de nieuwe stand wordt niet gebruikt: {}", to_text(renewed.error(), Language::dutch));
        if (!closely) continue;
        const std::lock_guard lock(mutex_);
        look_closely_ = false;
        ++close_looks_;
        closely_looked_ = std::chrono::steady_clock::now();
        looked_.notify_all();
    }
}

bool LiveIndex::is_renewed_after_damage(const std::shared_ptr<SearcherPool>& from) {
    std::unique_lock lock(mutex_);
    if (pool_ != from) return true;
    const auto now = std::chrono::steady_clock::now();
    if (!look_closely_ && close_looks_ > 0 && now - closely_looked_ < between_close_looks) return false;
    look_closely_ = true;
    wake_.notify_all();
    looked_.wait_for(lock, damage_patience, [&, looks = close_looks_] { return close_looks_ != looks || stopping_; });
    return pool_ != from;
}

std::shared_ptr<SearcherPool> LiveIndex::pool() const {
    const std::lock_guard lock(mutex_);
    return pool_;
}

Result<SearcherLease> LiveIndex::lend(std::shared_ptr<SearcherPool> from) {
    auto searcher = from->take();
    if (!searcher) return tl::unexpected(searcher.error());
    return SearcherLease(std::move(from), std::move(*searcher));
}

tl::unexpected<Error> LiveIndex::changed_under_us() {
    return fail(ErrorCode::index_corrupt,
                {"Een bestand van een index is afgekapt terwijl het werd gelezen.",
                 "A file of an index was cut off while it was being read."},
                {"Zet een kopie van een index klaar in een nieuwe map, of gebruik rsync zonder --inplace.",
                 "Put a copy of an index in a new folder, or use rsync without --inplace."});
}

Result<Answer> LiveIndex::answer(const SearchRequest& request) {
    const auto started = std::chrono::steady_clock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
    };
    std::string key = canonical_text(request);
    const std::shared_ptr<SearcherPool> live = pool();
    if (!live->is_suspect())
        if (auto known = live->answers().find(key)) return Answer{std::move(known), elapsed()};
    auto response = ask([&](Searcher& searcher) { return searcher.search(request); });
    if (!response) return tl::unexpected(response.error());
    auto shared = std::make_shared<const SearchResponse>(std::move(*response));
    if (pool() == live) live->answers().keep(std::move(key), shared);
    return Answer{std::move(shared), elapsed()};
}

}  // namespace schakel
