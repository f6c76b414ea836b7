#include "corpus/harvesters/harvest_run.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "corpus/record_builder.hpp"

namespace schakel {
namespace {

constexpr std::size_t small_store = 5;  // where one record is a fifth at once, the brake would only be in the way

bool is_too_much(std::size_t vanished, std::size_t all) { return all > small_store && vanished * 5 > all; }

}  // namespace

std::vector<std::string> ids_of_record_file(const RecordKey& key) {
    std::vector<std::string> ids;
    for (const std::string_view extension : record_extensions)
        ids.push_back(id_of_uri(fmt::format("{}/{}{}", key.substr(0, 2), key, extension)));
    return ids;
}

HarvestRun::HarvestRun(const HarvestSource& source, const HarvestOptions& options, const HarvestProgress& progress,
                       RecordStore store)
    : source_(source),
      options_(options),
      progress_(progress),
      client_(options.http),
      permissions_(client_, source.permission_agreed),
      store_(std::move(store)),
      begin_(std::chrono::steady_clock::now()) {
    report_.source = source.name;
}

Result<bool> HarvestRun::withhold_blocked(std::string_view identifier) {
    const auto& is_blocked = options_.is_blocked;
    if (!is_blocked) return false;
    const std::vector<std::string> ids = ids_of_record_file(record_key(identifier));
    if (!is_blocked(identifier) && std::ranges::none_of(ids, is_blocked)) return false;
    if (auto refused = refuse(identifier, {RefusalKind::blocked, std::string(identifier), {}}); !refused)
        return tl::unexpected(refused.error());
    return true;
}

Result<void> HarvestRun::keep(std::string_view identifier, std::string_view extension, std::string_view bytes) {
    const Result<Stored> stored = store_.put(record_key(identifier), extension, bytes);
    if (!stored) return tl::unexpected(stored.error());
    if (*stored == Stored::added) ++report_.added;
    if (*stored == Stored::changed) ++report_.changed;
    if (*stored == Stored::unchanged) ++report_.unchanged;
    if (*stored != Stored::unchanged) step();
    return {};
}

Result<void> HarvestRun::remove(std::string_view identifier) {
    const Result<bool> removed = store_.remove(record_key(identifier));
    if (!removed) return tl::unexpected(removed.error());
    if (*removed) {
        report_.count_deleted(std::string(identifier));
        step();
    }
    return {};
}

Result<void> HarvestRun::refuse(std::string_view identifier, HarvestRefusal refusal) {
    report_.refuse(std::move(refusal));
    return remove(identifier);
}

Result<void> HarvestRun::remove_unmet(const StringSet& met) {
    Result<std::vector<RecordKey>> keys = store_.keys();
    if (!keys) return tl::unexpected(keys.error());
    const std::size_t all = keys->size();
    std::erase_if(*keys, [&](const RecordKey& key) { return met.contains(key); });
    if (is_too_much(keys->size(), all) && !options_.force) {
        report_.notice(
            {fmt::format("{} van de {} records zijn er bij de bron niet meer; dat is zo veel dat ze zijn bewaard. "
                         "Klopt het, oogst dan opnieuw met --full --force",
                         keys->size(), all),
             fmt::format("{} of the {} records are no longer at the source; so many that they were kept. If "
                         "this is right, harvest again with --full --force",
                         keys->size(), all)});
        return {};
    }
    for (const RecordKey& key : *keys) {
        const auto origin = store_.origin_of(key);
        if (auto removed = store_.remove(key); !removed) return tl::unexpected(removed.error());
        report_.count_deleted(origin ? origin->url : key);
        step();
    }
    return {};
}

void HarvestRun::step() {
    if (progress_) progress_(report_);
}

HarvestReport HarvestRun::finish() && {
    report_.requests = client_.traffic().requests;
    report_.bytes = client_.traffic().bytes;
    report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    return std::move(report_);
}

}  // namespace schakel
