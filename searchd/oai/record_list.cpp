#include "searchd/oai/record_list.hpp"

#include <algorithm>
#include <numeric>

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
        for (const SnapshotSegment& segment : snapshot.segments()) {
            const auto before = static_cast<std::ptrdiff_t>(living.size());
            if (segment.index == 0) add_living(snapshot, segment, living);  // which has them in order
            std::ranges::inplace_merge(living, living.begin() + before, {}, &Living::id);
        }
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

/// Since when a product is blocked; absent when it is not.
std::optional<std::chrono::sys_seconds> blocked_since(const std::vector<RecordDate>& blocked, std::string_view id) {
    const auto found = std::ranges::lower_bound(blocked, id, {}, &RecordDate::id);
    return found == blocked.end() || found->id != id ? std::nullopt : std::optional(found->since);
}

/// Takes what is there of the products with their dates, both by id.
class DatedProducts {
public:
    DatedProducts(const IndexSnapshot& snapshot, std::vector<Living> living)
        : blocked_(blocked_of(snapshot)),
          built_(parse_utc_time(snapshot.manifest().built_at).value_or(std::chrono::sys_seconds{})),
          living_(std::move(living)),
          next_(living_.begin()) {}

    /// All of them, by id.
    std::vector<Dated> with(const RecordDates& dates) && {
        all_.reserve(std::max(dates.records.size(), living_.size()));
        for (const RecordDate& date : dates.records) {
            while (next_ != living_.end() && next_->id < date.id) add_undated();
            add(date);
        }
        while (next_ != living_.end()) add_undated();
        return std::move(all_);
    }

private:
    /// One that the indexer has not dated yet: it is as old as the generation.
    void add_undated() {
        all_.push_back({built_, std::move(next_->id), next_->document});
        ++next_;
    }

    /// Nothing when the snapshot contradicts the date, which the next run of the indexer settles.
    void add(const RecordDate& date) {
        std::optional<DocumentId> document;
        for (; next_ != living_.end() && next_->id == date.id; ++next_) document = next_->document;
        if (is_harvested(date.id)) return;
        if (date.deleted)
            all_.push_back({date.since, date.id, std::nullopt});
        else if (const auto blocked = blocked_since(blocked_, date.id))
            all_.push_back({std::max(date.since, *blocked), date.id, std::nullopt});
        else if (document)
            all_.push_back({date.since, date.id, document});
    }

    std::vector<RecordDate> blocked_;
    std::chrono::sys_seconds built_;
    std::vector<Living> living_;
    std::vector<Living>::iterator next_;
    std::vector<Dated> all_;
};

/// The places of records, which come by id, in the order of their times and then of their ids.
std::vector<std::uint32_t> by_time(const std::vector<Dated>& records) {
    std::vector<std::uint32_t> places(records.size());
    std::iota(places.begin(), places.end(), 0U);
    std::ranges::stable_sort(places, {}, [&](std::uint32_t place) { return records[place].since; });
    return places;
}

}  // namespace

Result<std::shared_ptr<const RecordList>> RecordList::make(const IndexSnapshot& snapshot, const RecordDates& dates) {
    auto living = living_of(snapshot);
    if (!living) return tl::unexpected(living.error());
    const std::vector<Dated> all = DatedProducts(snapshot, std::move(*living)).with(dates);
    auto list = std::make_shared<RecordList>();
    list->ids_.reserve(std::accumulate(all.begin(), all.end(), std::size_t{0},
                                       [](std::size_t sum, const Dated& record) { return sum + record.id.size(); }));
    list->records_.reserve(all.size());
    list->by_id_.resize(all.size());
    for (const std::uint32_t place : by_time(all)) {
        const Dated& record = all[place];
        list->by_id_[place] = static_cast<std::uint32_t>(list->records_.size());
        list->ids_ += record.id;
        list->records_.push_back(
            {record.since, std::string_view(list->ids_).substr(list->ids_.size() - record.id.size()), record.document});
    }
    list->earliest_ = all.empty() ? parse_utc_time(snapshot.manifest().built_at).value_or(std::chrono::sys_seconds{})
                                  : list->records_.front().since;
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
