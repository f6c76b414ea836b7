#include "searchd/oai/record_list.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "config/index/postings.hpp"
#include "config/utc_time.hpp"
#include "searchd/engine/with_postings.hpp"
#include "searchd/oai/oai_identifier.hpp"

namespace schakel {

namespace {

struct Living {
    std::string id;
    DocumentId document = 0;
};

/// A record of which the id still has a string of its own.
struct Dated {
    std::chrono::sys_seconds since{};
    std::string id;
    std::optional<DocumentId> document;
};

/// Xapian exceptions pass through.
void add_living(const IndexSnapshot& snapshot, const SnapshotSegment& segment, std::vector<Living>& living) {
    const Xapian::Database postings = segment.files->postings.database();
    const std::string all_ids = id_term("");
    for (auto term = postings.allterms_begin(all_ids); term != postings.allterms_end(all_ids); ++term) {
        const std::string id = (*term).substr(all_ids.size());
        if (is_harvested(id)) continue;
        for (auto at = postings.postlist_begin(*term); at != postings.postlist_end(*term); ++at)
            if (const DocumentId document = segment.first + *at - 1; !snapshot.is_hidden(document))
                living.push_back({id, document});
    }
}

/// What can be found of the own index, by id.
Result<std::vector<Living>> living_of(const IndexSnapshot& snapshot) {
    return with_postings([&]() -> Result<std::vector<Living>> {
        std::vector<Living> living;
        for (const SnapshotSegment& segment : snapshot.segments())
            if (segment.index == 0) add_living(snapshot, segment, living);
        std::ranges::sort(living, {}, &Living::id);
        return living;
    });
}

/// When a curator took each product out, by id.
std::vector<RecordDate> blocked_of(const IndexSnapshot& snapshot) {
    std::vector<RecordDate> blocked;
    for (const BlockedProduct& product : snapshot.indexes().front().blocklist->products()) {
        const auto since = parse_utc_time(product.since).value_or(std::chrono::sys_seconds{});
        blocked.push_back({product.id, since + until_it_is_served, 0, true});
    }
    std::ranges::sort(blocked, {}, &RecordDate::id);
    return blocked;
}

template <class Entries>
auto find_id(const Entries& entries, std::string_view id) -> decltype(&entries.front()) {
    const auto found = std::ranges::lower_bound(entries, id, {}, [](const auto& e) { return std::string_view(e.id); });
    return found == entries.end() || found->id != id ? nullptr : &*found;
}

/// What is known of one product by its date; absent when the snapshot contradicts it, which the next run of the indexer settles.
std::optional<Dated> dated(const RecordDate& date, const std::vector<Living>& living,
                           const std::vector<RecordDate>& blocked) {
    if (is_harvested(date.id)) return std::nullopt;
    if (date.deleted) return Dated{date.since, date.id, std::nullopt};
    if (const RecordDate* block = find_id(blocked, date.id))
        return Dated{std::max(date.since, block->since), date.id, std::nullopt};
    const Living* found = find_id(living, date.id);
    return found == nullptr ? std::nullopt : std::optional(Dated{date.since, date.id, found->document});
}

std::vector<Dated> all_dated(const IndexSnapshot& snapshot, const RecordDates& dates,
                             const std::vector<Living>& living) {
    const std::vector<RecordDate> blocked = blocked_of(snapshot);
    std::vector<Dated> all;
    all.reserve(dates.records.size());
    for (const RecordDate& date : dates.records)
        if (auto record = dated(date, living, blocked)) all.push_back(std::move(*record));
    const auto built = parse_utc_time(snapshot.manifest().built_at).value_or(std::chrono::sys_seconds{});
    for (const Living& product : living)
        if (find_id(dates.records, product.id) == nullptr) all.push_back({built, product.id, product.document});
    return all;
}

}  // namespace

Result<std::shared_ptr<const RecordList>> RecordList::make(const IndexSnapshot& snapshot, const RecordDates& dates) {
    const auto living = living_of(snapshot);
    if (!living) return tl::unexpected(living.error());
    std::vector<Dated> all = all_dated(snapshot, dates, *living);
    std::ranges::sort(all, {},
                      [](const Dated& record) { return std::tuple(record.since, std::string_view(record.id)); });
    auto list = std::make_shared<RecordList>();
    list->ids_.reserve(std::accumulate(all.begin(), all.end(), std::size_t{0},
                                       [](std::size_t sum, const Dated& record) { return sum + record.id.size(); }));
    for (const Dated& record : all) list->ids_ += record.id;
    std::size_t at = 0;
    for (const Dated& record : all) {
        list->records_.push_back(
            {record.since, std::string_view(list->ids_).substr(at, record.id.size()), record.document});
        at += record.id.size();
    }
    list->by_id_.resize(all.size());
    std::iota(list->by_id_.begin(), list->by_id_.end(), 0U);
    std::ranges::sort(list->by_id_, {}, [&](std::uint32_t place) { return list->records_[place].id; });
    list->earliest_ = all.empty() ? parse_utc_time(snapshot.manifest().built_at).value_or(std::chrono::sys_seconds{})
                                  : all.front().since;
    return list;
}

std::span<const ListedRecord> RecordList::between(const std::optional<std::chrono::sys_seconds>& from,
                                                  const std::optional<std::chrono::sys_seconds>& until) const {
    const auto first = from ? std::ranges::lower_bound(records_, *from, {}, &ListedRecord::since) : records_.begin();
    const auto last = until ? std::ranges::upper_bound(records_, *until, {}, &ListedRecord::since) : records_.end();
    return first < last ? std::span(first, last) : std::span<const ListedRecord>{};
}

const ListedRecord* RecordList::find(std::string_view id) const {
    const auto id_at = [&](std::uint32_t place) { return records_[place].id; };
    const auto found = std::ranges::lower_bound(by_id_, id, {}, id_at);
    return found == by_id_.end() || id_at(*found) != id ? nullptr : &records_[*found];
}

Result<std::shared_ptr<const RecordList>> CurrentRecordList::of(const std::shared_ptr<const IndexSnapshot>& snapshot) {
    const std::lock_guard lock(mutex_);
    const std::filesystem::path index = snapshot->indexes().front().generation->folder().parent_path();
    // The stamp first: what changes while the file is read is seen at the next request.
    const FileStamp stamp = FileStamp::of(index / record_dates_name);
    const bool is_same = snapshot_.lock() == snapshot;
    if (is_same && stamp == stamp_) return list_;
    const auto dates = read_record_dates(index);
    if (!dates) return tl::unexpected(dates.error());
    stamp_ = stamp;
    // Dates of a generation that we do not show yet: a harvester would get them with records as they were.
    if (is_same && dates->generation != snapshot->generation()) return list_;
    auto list = RecordList::make(*snapshot, *dates);
    if (!list) return list;
    snapshot_ = snapshot;
    list_ = std::move(*list);
    return list_;
}

}  // namespace schakel
