#include "indexer/file_intake.hpp"

#include <utility>

#include <fmt/format.h>

#include "corpus/record_builder.hpp"

namespace schakel {

namespace {

/// Whether a record is all that a file holds: the file itself, or one in the archive that it is. A record among others has a
/// line behind its location.
bool is_file(std::string_view location, std::string_view uri) {
    if (location == uri) return true;
    return location.starts_with(uri) && location[uri.size()] == '/' && location.find(':', uri.size()) == location.npos;
}

}  // namespace

FileIntake::FileIntake(RecordGate& gate, const SourceItem& item, std::uint64_t content_hash, const LedgerFile* before)
    : gate_(gate),
      item_(item),
      before_(before),
      now_{.uri = item.uri,
           .mtime = item.mtime,
           .size = item.size,
           .content_hash = content_hash,
           .terms = item.terms ? hash_of(*item.terms) : 0} {}

/// What was read under other terms has to be read again, so it is not known.
void FileIntake::recall() {
    if (!has_same_terms()) return;
    for (const LedgerRecord& record : before_->records)
        if (record.raw_hash != 0) known_records_.emplace(record.raw_hash, &record);
    for (const LeftOut& left : before_->left_out)
        if (left.raw_hash != 0) known_left_out_.emplace(left.raw_hash, &left);
}

LedgerFile FileIntake::keep() {
    now_.terms = before_->terms;
    for (const LedgerRecord& record : before_->records) add(gate_.keep(record, item_.uri));
    for (const LeftOut& left : before_->left_out) {
        gate_.keep(left);
        now_.left_out.push_back(left);
    }
    release();
    return std::move(now_);
}

LedgerFile FileIntake::read(const ReadFile& read_file, const std::function<void()>& after_record) {
    const auto take_one = [&](ReadRecord record) {
        if (!gate_.is_open()) return;
        take(std::move(record));
        if (after_record) after_record();
    };
    recall();
    read_file({take_one, [this](std::uint64_t raw_hash) { return knows(raw_hash); }});
    keep_if_file_failed();
    release();
    return std::move(now_);
}

void FileIntake::take(ReadRecord record) {
    const bool is_whole_file = record.raw_hash == 0 && is_file(record.location, item_.uri) && record.product &&
                               record.product->id == id_of_uri(record.location);
    add(gate_.pass(std::move(record), item_, is_whole_file));
}

bool FileIntake::knows(std::uint64_t raw_hash) {
    if (const auto found = known_records_.find(raw_hash);
        found != known_records_.end() && !gate_.has_changed(*found->second)) {
        add(gate_.keep(*found->second, item_.uri));
        known_records_.erase(found);
        return true;
    }
    if (const auto found = known_left_out_.find(raw_hash);
        found != known_left_out_.end() && !gate_.has_changed(*found->second)) {
        gate_.keep(*found->second);
        now_.left_out.push_back(*found->second);
        known_left_out_.erase(found);
        return true;
    }
    return false;
}

void FileIntake::add(std::variant<LedgerRecord, LeftOut> outcome) {
    if (auto* record = std::get_if<LedgerRecord>(&outcome)) {
        now_.records.push_back(std::move(*record));
    } else {
        now_.left_out.push_back(std::move(std::get<LeftOut>(outcome)));
    }
}

/// A file that suddenly cannot be read, or is half uploaded, does not cost the products that it gave before. A file with
/// records of which each is wrong was read, and has lost the others on purpose.
void FileIntake::keep_if_file_failed() {
    if (before_ == nullptr || !now_.records.empty() || now_.left_out.empty()) return;
    for (const LeftOut& left : now_.left_out)
        if (left.raw_hash != 0 || !left.waits_for.empty()) return;
    for (const LedgerRecord& record : before_->records) add(gate_.keep(record, item_.uri));
    if (!now_.records.empty())
        gate_.tell(item_.uri,
                   {fmt::format("wat dit bestand de vorige keer gaf, blijft staan ({})", now_.records.size()),
                    fmt::format("what this file gave before stays ({})", now_.records.size())});
}

void FileIntake::release() {
    if (before_ == nullptr) return;
    for (const LedgerRecord& record : before_->records) gate_.owners().release(record.id, item_.uri);
}

}  // namespace schakel
