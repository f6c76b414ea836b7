#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// `record-dates.tsv` in the root of an index, outside the generations: since when the live index has each product as it is, and
/// what it no longer has. That is what others who harvest the index ask for (OAI-PMH: datestamps and persistent deletions). It is
/// kept apart from the generations because returning to an older one is a change too, and it never forgets a product.
inline constexpr std::string_view record_dates_name = "record-dates.tsv";

/// A server shows a change a moment after it was made. Who harvested in that moment asks next for what changed since then, and must
/// get it; so changes are dated this much later than they are made.
inline constexpr std::chrono::seconds until_it_is_served{5};

struct RecordDate {
    std::string id;
    std::chrono::sys_seconds since{};
    std::uint64_t version = 0;  // of what the index has of it; says nothing of a deleted one
    bool deleted = false;
};

/// A plain value.
struct RecordDates {
    std::uint32_t generation = 0;     // the live one when they were written; 0 = there was no file
    std::vector<RecordDate> records;  // by id, ascending
};

/// A product of a generation.
struct LivingRecord {
    std::string id;
    std::uint64_t version = 0;  // another number whenever something of it is different
};

/// The dates once `generation` with these products (by id, ascending) is live: what is the same keeps its date, what is new,
/// different, back or gone gets `now`. Pure.
RecordDates dates_after(RecordDates before, std::uint32_t generation, std::span<const LivingRecord> living,
                        std::chrono::sys_seconds now);

/// None when there is no file. Errors: unreadable; index_corrupt, naming file and line. Safe from any thread and beside a writer.
Result<RecordDates> read_record_dates(const std::filesystem::path& index);

/// The generation of the dates alone; 0 when there is no file. Errors: those of `read_record_dates`.
Result<std::uint32_t> dated_generation(const std::filesystem::path& index);

/// Brings the file in line with a generation that is live (see `dates_after`), in a single step, and flushes it to the disk.
/// Waits for whoever else is changing it. Errors: io, those of `read_record_dates`.
Result<void> follow_generation(const std::filesystem::path& index, std::uint32_t generation,
                               std::span<const LivingRecord> living, std::chrono::sys_seconds now);

/// Gives products that were hidden for a while, and are shown again, a new date. Ids that are not there are passed over.
/// Errors: those of `follow_generation`.
Result<void> renew_record_dates(const std::filesystem::path& index, std::span<const std::string> ids,
                                std::chrono::sys_seconds now);

}  // namespace schakel
