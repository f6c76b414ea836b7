#include "config/index/blocklist.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "config/date.hpp"
#include "config/file.hpp"
#include "config/index/list_file.hpp"
#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::string_view lock_name = "blocklist.lock";
constexpr std::size_t longest_id = 200;  // bytes; the same as of a product

bool can_be_id(std::string_view id) {
    return !id.empty() && id.size() <= longest_id && id.find_first_of("\t\r\n") == std::string_view::npos &&
           !first_invalid_utf8(id);
}

/// 2026-11-22T10:00:00Z
bool is_time(std::string_view text) {
    constexpr std::string_view shape = "T00:00:00Z";
    if (text.size() != 10 + shape.size() || !is_iso_date(text.substr(0, 10))) return false;
    return std::equal(shape.begin(), shape.end(), text.begin() + 10, [](char wanted, char found) {
        return wanted == '0' ? found >= '0' && found <= '9' : found == wanted;
    });
}

std::string now() {
    return fmt::format("{:%FT%TZ}",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

std::string one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(line.begin(), line.end(), [](char c) { return c == '\t' || c == '\r' || c == '\n'; }, ' ');
    return line;
}

tl::unexpected<Error> damaged_line(const std::filesystem::path& file, std::size_t line) {
    return fail(
        ErrorCode::index_corrupt,
        {fmt::format("{}:{}: dit is geen regel van de blokkadelijst.", file.string(), line),
         fmt::format("{}:{}: this is no line of the blocklist.", file.string(), line)},
        {"Een regel is een id, een tijd (2026-11-22T10:00:00Z) en een reden, gescheiden door tabs. Verbeter de regel.",
         "A line is an id, a time (2026-11-22T10:00:00Z) and a reason, separated by tabs. Mend the line."});
}

/// False when the line is damaged.
bool add_line(std::string_view line, Blocklist& blocklist) {
    if (std::ranges::count(line, '\t') < 2) return false;
    BlockedProduct product{.id = std::string(take_until(line, '\t')), .since = std::string(take_until(line, '\t'))};
    product.reason = line;
    const bool whole = can_be_id(product.id) && is_time(product.since) && product.reason == one_line(product.reason) &&
                       !first_invalid_utf8(product.reason);
    if (whole) blocklist.add(std::move(product));
    return whole;
}

Result<void> check_ids(std::span<const std::string> ids) {
    for (const std::string& id : ids)
        if (!can_be_id(id))
            return fail(ErrorCode::usage,
                        {fmt::format("“{}” kan geen id van een product zijn.", one_line(id)),
                         fmt::format("“{}” cannot be the id of a product.", one_line(id))},
                        {"Neem het id over uit een zoekresultaat.", "Take the id from a search result."});
    return {};
}

/// Changes the list while nobody else can; `change` returns how many products it changed, and 0 leaves the file as it is.
template <class Change>
Result<std::size_t> change_blocklist(const std::filesystem::path& index, Change&& change) {
    const auto lock = ListLock::acquire(index / lock_name);
    if (!lock) return tl::unexpected(lock.error());
    auto blocklist = read_blocklist(index);
    if (!blocklist) return tl::unexpected(blocklist.error());
    const std::size_t changed = change(*blocklist);
    if (changed == 0) return changed;
    if (auto written = write_blocklist(index, *blocklist); !written) return tl::unexpected(written.error());
    return changed;
}

}  // namespace

bool Blocklist::add(BlockedProduct product) {
    if (!ids_.insert(product.id).second) return false;
    products_.push_back(std::move(product));
    return true;
}

bool Blocklist::remove(std::string_view id) {
    if (!contains(id)) return false;
    ids_.erase(ids_.find(id));
    std::erase_if(products_, [&](const BlockedProduct& product) { return product.id == id; });
    return true;
}

Result<Blocklist> read_blocklist(const std::filesystem::path& index) {
    const std::filesystem::path file = index / blocklist_name;
    const auto text = read_file(file);
    if (!text && text.error().code == ErrorCode::not_found) return Blocklist();
    if (!text) return tl::unexpected(text.error());
    Blocklist blocklist;
    std::string_view rest = *text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        std::string_view line = take_until(rest, '\n');
        if (line.ends_with('\r')) line.remove_suffix(1);  // someone edited it on Windows
        if (!line.empty() && !add_line(line, blocklist)) return damaged_line(file, number);
    }
    return blocklist;
}

Result<void> write_blocklist(const std::filesystem::path& index, const Blocklist& blocklist) {
    std::string lines;
    for (const BlockedProduct& product : blocklist.products())
        lines += fmt::format("{}\t{}\t{}\n", product.id, product.since, product.reason);
    return replace_list(index, blocklist_name, lines);
}

Result<std::size_t> add_to_blocklist(const std::filesystem::path& index, std::span<const std::string> ids,
                                     std::string_view reason) {
    if (auto checked = check_ids(ids); !checked) return tl::unexpected(checked.error());
    return change_blocklist(index, [&](Blocklist& blocklist) {
        return static_cast<std::size_t>(std::count_if(ids.begin(), ids.end(), [&](const std::string& id) {
            return blocklist.add({id, now(), one_line(reason)});
        }));
    });
}

Result<std::size_t> remove_from_blocklist(const std::filesystem::path& index, std::span<const std::string> ids) {
    return change_blocklist(index, [&](Blocklist& blocklist) {
        return static_cast<std::size_t>(
            std::count_if(ids.begin(), ids.end(), [&](const std::string& id) { return blocklist.remove(id); }));
    });
}

}  // namespace schakel
