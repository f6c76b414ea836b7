#include "config/index/record_dates.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "config/file.hpp"
#include "config/index/list_file.hpp"
#include "config/utc_time.hpp"

namespace schakel {

namespace {

// File: a line with the generation, then a line for each product: id, time, and its version in hexadecimal digits or the word for
// a deleted one, separated by tabs.
constexpr std::string_view generation_word = "generatie";
constexpr std::string_view deleted_word = "verwijderd";

template <class Number>
std::optional<Number> number_in(std::string_view text, int base) {
    Number number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// A time as it is written. Products come in by the thousand, so the next line mostly has the same one.
class WrittenTime {
public:
    std::optional<std::chrono::sys_seconds> read(std::string_view text) {
        if (text != text_) {
            time_ = parse_utc_time(text);
            text_ = text;
        }
        return time_;
    }

    std::string_view write(std::chrono::sys_seconds time) {
        if (time != time_) {
            text_ = utc_time(time);
            time_ = time;
        }
        return text_;
    }

private:
    std::string text_;
    std::optional<std::chrono::sys_seconds> time_;
};

/// False when the line is damaged.
bool add_line(std::string_view line, WrittenTime& time, RecordDates& dates) {
    RecordDate record{.id = std::string(take_until(line, '\t'))};
    const auto since = time.read(take_until(line, '\t'));
    record.deleted = line == deleted_word;
    const auto version = record.deleted ? 0 : number_in<std::uint64_t>(line, 16);
    if (record.id.empty() || !since || !version) return false;
    if (!dates.records.empty() && dates.records.back().id >= record.id) return false;
    record.since = *since;
    record.version = *version;
    dates.records.push_back(std::move(record));
    return true;
}

tl::unexpected<Error> damaged_line(const std::filesystem::path& file, std::size_t line) {
    return fail(ErrorCode::index_corrupt,
                {fmt::format("{}:{}: dit is geen regel van de datums van de producten.", file.string(), line),
                 fmt::format("{}:{}: this is no line of the dates of the products.", file.string(), line)},
                {"Zet een kopie van het bestand terug. Is die er niet, haal het dan weg: alle producten gelden dan als "
                 "gewijzigd.",
                 "Put back a copy of the file. Without one, remove it: all products then count as changed."});
}

Result<void> write_record_dates(const std::filesystem::path& index, const RecordDates& dates) {
    std::string lines = fmt::format("{}\t{}\n", generation_word, dates.generation);
    WrittenTime time;
    const auto end = std::back_inserter(lines);
    for (const RecordDate& record : dates.records) {
        fmt::format_to(end, "{}\t{}\t", record.id, time.write(record.since));
        if (record.deleted)
            fmt::format_to(end, "{}\n", deleted_word);
        else
            fmt::format_to(end, "{:016x}\n", record.version);
    }
    return replace_list(index, record_dates_name, lines);
}

/// The generation that a first line tells; nothing when it is damaged.
std::optional<std::uint32_t> generation_in(std::string_view line) {
    if (take_until(line, '\t') != generation_word) return std::nullopt;
    return number_in<std::uint32_t>(line, 10);
}

/// Changes the file while nobody else can. The index folder itself is held, so that no file is needed for it.
template <class Change>
Result<void> change_record_dates(const std::filesystem::path& index, Change&& change) {
    const auto lock = ListLock::acquire(index);
    if (!lock) return tl::unexpected(lock.error());
    auto dates = read_record_dates(index);
    if (!dates) return tl::unexpected(dates.error());
    return write_record_dates(index, change(std::move(*dates)));
}

}  // namespace

RecordDates dates_after(RecordDates before, std::uint32_t generation, std::span<const LivingRecord> living,
                        std::chrono::sys_seconds now) {
    RecordDates after{generation, {}};
    after.records.reserve(std::max(before.records.size(), living.size()));
    auto known = before.records.begin();
    const auto pass_over_gone = [&](auto last) {
        for (; known != last; ++known) {
            if (!known->deleted) *known = {std::move(known->id), now, 0, true};
            after.records.push_back(std::move(*known));
        }
    };
    for (const LivingRecord& record : living) {
        pass_over_gone(
            std::find_if(known, before.records.end(), [&](const auto& date) { return date.id >= record.id; }));
        const bool is_known = known != before.records.end() && known->id == record.id;
        const bool is_same = is_known && !known->deleted && known->version == record.version;
        after.records.push_back({record.id, is_same ? known->since : now, record.version, false});
        if (is_known) ++known;
    }
    pass_over_gone(before.records.end());
    return after;
}

Result<RecordDates> read_record_dates(const std::filesystem::path& index) {
    const std::filesystem::path file = index / record_dates_name;
    const auto text = read_file(file);
    RecordDates dates;
    if (!text && text.error().code == ErrorCode::not_found) return dates;
    if (!text) return tl::unexpected(text.error());
    std::string_view rest = *text;
    const auto generation = generation_in(take_until(rest, '\n'));
    if (!generation) return damaged_line(file, 1);
    dates.generation = *generation;
    WrittenTime time;
    for (std::size_t line = 2; !rest.empty(); ++line)
        if (!add_line(take_until(rest, '\n'), time, dates)) return damaged_line(file, line);
    return dates;
}

Result<std::uint32_t> dated_generation(const std::filesystem::path& index) {
    const std::filesystem::path file = index / record_dates_name;
    std::error_code problem;
    if (!std::filesystem::exists(file, problem)) return 0;
    std::string line;
    if (std::ifstream lines(file); !std::getline(lines, line)) line.clear();
    const auto generation = generation_in(line);
    if (!generation) return damaged_line(file, 1);
    return *generation;
}

Result<void> follow_generation(const std::filesystem::path& index, std::uint32_t generation,
                               std::span<const LivingRecord> living, std::chrono::sys_seconds now) {
    return change_record_dates(
        index, [&](RecordDates before) { return dates_after(std::move(before), generation, living, now); });
}

Result<void> renew_record_dates(const std::filesystem::path& index, std::span<const std::string> ids,
                                std::chrono::sys_seconds now) {
    return change_record_dates(index, [&](RecordDates dates) {
        for (const std::string& id : ids) {
            const auto found = std::ranges::lower_bound(dates.records, id, {}, &RecordDate::id);
            if (found != dates.records.end() && found->id == id) found->since = now;
        }
        return dates;
    });
}

}  // namespace schakel
