#include "searchd/engine/index/watched_index.hpp"

#include <spdlog/spdlog.h>

#include "searchd/engine/index/index_notices.hpp"

namespace schakel {

bool WatchedIndex::look() {
    const bool blocked = follow_blocklist();
    const bool damaged = generation_ != nullptr && generation_files_.written_over();
    return follow_generation(damaged) || blocked;
}

bool WatchedIndex::look_closely() {
    const bool blocked = follow_blocklist();
    const bool damaged =
        generation_ != nullptr &&
        (generation_files_.written_over() || !verify_files(generation_->folder(), generation_->manifest(), true));
    return follow_generation(damaged) || blocked;
}

bool WatchedIndex::follow_blocklist() {
    // The stamp first: what changes while the file is read is seen at the next look.
    const FileStamp stamp = FileStamp::of(folder_.root() / blocklist_name);
    if (stamp == blocklist_stamp_) return false;
    blocklist_stamp_ = stamp;
    auto blocklist = read_blocklist(folder_.root());
    blocklist_fault_ = blocklist ? std::nullopt : refused(blocklist.error());
    if (blocklist) blocklist_ = std::make_shared<const Blocklist>(std::move(*blocklist));
    return true;
}

bool WatchedIndex::follow_generation(bool damaged) {
    const auto live = folder_.live();
    const std::uint32_t number = live ? *live : 0;
    const bool as_it_was = number == tried_ && generation_ != nullptr && !generation_files_.changed();
    const bool still_refused =
        number == tried_ && generation_ == nullptr && generation_fault_ && !tried_files_.changed();
    if (!damaged && (as_it_was || still_refused) && !tried_files_.changed()) return false;
    tried_ = number;
    tried_files_ = live ? WatchedFiles(folder_.path_of(number)) : WatchedFiles();
    take_up(live, damaged);
    return true;
}

void WatchedIndex::take_up(const Result<std::uint32_t>& live, bool damaged) {
    auto opened = live.and_then([&](std::uint32_t number) {
        return IndexGeneration::open(folder_, number, identity_, damaged ? nullptr : generation_.get());
    });
    if (opened) {
        generation_ = std::move(*opened);
        generation_files_ = tried_files_;
        generation_fault_.reset();
        return;
    }
    generation_fault_ = refused(opened.error());
    const bool files_are_lost = generation_ != nullptr && (damaged || generation_files_.changed());
    if (!is_own() && files_are_lost) generation_.reset();
    if (files_are_lost && generation_ != nullptr) generation_files_ = WatchedFiles(generation_->folder());
}

std::optional<Error> WatchedIndex::refused(const Error& reason) const {
    const bool is_starting = is_own() && generation_ == nullptr;  // then the program ends with this error
    if (!is_starting)
        spdlog::error("{} wordt niet bijgewerkt: {}", folder_.root().string(), to_text(reason, Language::dutch));
    return reason;
}

std::optional<SearchedIndex> WatchedIndex::searched() const {
    if (generation_ == nullptr || blocklist_ == nullptr) return std::nullopt;
    return SearchedIndex{name_, generation_, blocklist_};
}

void WatchedIndex::report(std::chrono::system_clock::time_point now, IndexStanding& standing) const {
    if (is_own()) return;
    if (generation_ == nullptr || blocklist_ == nullptr) return report_left_out(standing);
    const std::string& built = generation_->manifest().built_at;
    if (fault())
        standing.notices.push_back(cannot_be_renewed(name_, built));
    else if (maximum_age_.count() > 0 && is_older(built, maximum_age_, now))
        standing.notices.push_back(is_outdated(name_, built));
}

void WatchedIndex::report_left_out(IndexStanding& standing) const {
    standing.notices.push_back(cannot_be_searched(name_));
    standing.incomplete = true;
}

}  // namespace schakel
