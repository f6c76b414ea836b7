#include "corpus/harvesters/sitemap.hpp"

#include <fmt/format.h>

#include "config/string_map.hpp"
#include "corpus/harvesters/harvest_state.hpp"
#include "corpus/harvesters/http_failure.hpp"
#include "corpus/harvesters/oai_date.hpp"
#include "corpus/harvesters/page_format.hpp"
#include "corpus/harvesters/sitemap_walk.hpp"

namespace schakel {
namespace {

constexpr int most_failures_in_a_row = 10;
constexpr std::size_t pages_between_flushes = 100;

/// The pages of sitemaps, fetched one after the other.
class PageHarvest {
public:
    explicit PageHarvest(HarvestRun& run) : run_(run) {}

    /// Brings one page up to date. Errors: io; unreadable when page after page fails.
    Result<void> take(const SitemapEntry& entry);

private:
    Result<void> take_refusal(const SitemapEntry& entry, HarvestRefusal refusal);
    Result<void> take_answer(const SitemapEntry& entry, const HttpAnswer& answer);
    Result<void> take_failure(const SitemapEntry& entry, const HttpFailure& failure);
    Result<void> keep(const SitemapEntry& entry, const HttpAnswer& answer);
    Result<void> count_failure(const SitemapEntry& entry, const Error& error);

    HarvestRun& run_;
    int failures_in_a_row_ = 0;
};

FetchHeaders conditions(const std::optional<HarvestedPage>& known) {
    FetchHeaders headers;
    if (!known) return headers;
    if (!known->entity_tag.empty()) headers["if-none-match"] = known->entity_tag;
    if (!known->http_last_modified.empty()) headers["if-modified-since"] = known->http_last_modified;
    return headers;
}

Result<void> PageHarvest::count_failure(const SitemapEntry& entry, const Error& error) {
    run_.report().refuse({RefusalKind::unavailable, entry.location, error.message});
    if (++failures_in_a_row_ < most_failures_in_a_row) return {};
    return tl::unexpected(error);
}

/// A refusal takes out what was kept before; not knowing whether it is refused does not.
Result<void> PageHarvest::take_refusal(const SitemapEntry& entry, HarvestRefusal refusal) {
    if (refusal.kind != RefusalKind::unavailable) return run_.refuse(entry.location, std::move(refusal));
    run_.report().refuse(std::move(refusal));
    return {};
}

Result<void> PageHarvest::take_failure(const SitemapEntry& entry, const HttpFailure& failure) {
    switch (failure.kind) {
        case HttpFailureKind::bad_address:
        case HttpFailureKind::refused_address:
            run_.report().refuse({RefusalKind::address, entry.location, failure.error.message});
            return {};
        case HttpFailureKind::not_permitted:
            return run_.refuse(entry.location, {RefusalKind::robots, entry.location, failure.error.message});
        case HttpFailureKind::too_large:
            run_.report().refuse({RefusalKind::size, entry.location, failure.error.message});
            return {};
        default: return count_failure(entry, failure.error);
    }
}

Result<void> PageHarvest::keep(const SitemapEntry& entry, const HttpAnswer& answer) {
    const std::string_view extension = extension_for(answer.header("content-type"));
    if (extension.empty())
        return run_.refuse(entry.location, {RefusalKind::format,
                                            entry.location,
                                            {fmt::format("soort bestand “{}”", answer.header("content-type")),
                                             fmt::format("kind of file “{}”", answer.header("content-type"))}});
    // First the page, then its origin: after a crash in between it is asked for again.
    if (auto kept = run_.keep(entry.location, extension, bytes_to_keep(answer)); !kept) return kept;
    return run_.store().put_origin(record_key(entry.location),
                                   {answer.url, entry.last_modified, std::string(answer.header("etag")),
                                    std::string(answer.header("last-modified"))});
}

Result<void> PageHarvest::take_answer(const SitemapEntry& entry, const HttpAnswer& answer) {
    if (answer.status == 404 || answer.status == 410)
        return run_.refuse(entry.location,
                           {RefusalKind::unavailable, entry.location, unexpected_status(answer).message});
    if (answer.status != 200 && answer.status != 304) return count_failure(entry, unexpected_status(answer));
    failures_in_a_row_ = 0;
    if (auto refusal = run_.permissions().refusal_of(answer)) return run_.refuse(entry.location, std::move(*refusal));
    if (answer.status == 200) return keep(entry, answer);
    ++run_.report().unchanged;
    auto known = run_.store().origin_of(record_key(entry.location)).value_or(HarvestedPage{answer.url, {}, {}, {}});
    known.last_modified = entry.last_modified;
    return run_.store().put_origin(record_key(entry.location), known);
}

Result<void> PageHarvest::take(const SitemapEntry& entry) {
    const auto address = parse_http_address(entry.location);
    if (!address) return {};  // the walk gives none such
    if (auto refusal = run_.permissions().refusal_of(*address)) return take_refusal(entry, std::move(*refusal));
    const Result<bool> blocked = run_.withhold_blocked(entry.location);
    if (!blocked) return tl::unexpected(blocked.error());
    if (*blocked) return {};
    const auto known = run_.store().origin_of(record_key(entry.location));
    if (known && !run_.options().full && !entry.last_modified.empty() && known->last_modified == entry.last_modified) {
        ++run_.report().unchanged;
        return {};
    }
    const auto may_fetch = [this](const HttpAddress& hop) { return !run_.permissions().refusal_of(hop); };
    const auto answer = run_.client().get({entry.location, conditions(known), may_fetch});
    return answer ? take_answer(entry, *answer) : take_failure(entry, answer.error());
}

Result<void> take_pages(HarvestRun& run, const SitemapListing& listing) {
    PageHarvest pages(run);
    std::size_t since_flush = 0;
    for (const SitemapEntry& entry : listing.entries) {
        if (auto taken = pages.take(entry); !taken) return taken;
        if (++since_flush < pages_between_flushes) continue;
        since_flush = 0;
        if (auto flushed = run.store().flush(); !flushed) return flushed;
    }
    return {};
}

Result<void> take_diwoo_record(HarvestRun& run, const SitemapEntry& entry) {
    const Result<bool> blocked = run.withhold_blocked(entry.location);
    if (!blocked) return tl::unexpected(blocked.error());
    return *blocked ? Result<void>{} : run.keep(entry.location, ".xml", entry.record);
}

Result<void> take_diwoo_records(HarvestRun& run, const SitemapListing& listing) {
    std::size_t without_metadata = 0;
    for (const SitemapEntry& entry : listing.entries) {
        if (entry.record.empty())
            ++without_metadata;
        else if (auto taken = take_diwoo_record(run, entry); !taken)
            return taken;
    }
    if (without_metadata > 0)
        run.report().notice(
            {fmt::format("{} adressen hebben geen DiWoo-metagegevens en zijn overgeslagen", without_metadata),
             fmt::format("{} addresses have no DiWoo metadata and were passed over", without_metadata)});
    return {};
}

StringSet keys_of(const SitemapListing& listing) {
    StringSet keys;
    for (const SitemapEntry& entry : listing.entries) keys.insert(record_key(entry.location));
    return keys;
}

std::string now() { return oai_date(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()), true); }

}  // namespace

Result<void> harvest_sitemaps(HarvestRun& run) {
    const bool is_diwoo = run.source().kind == HarvestKind::diwoo;
    run.report().full = is_diwoo || run.options().full;
    const std::string begin = now();
    const Result<SitemapListing> listing = walk_sitemaps(run);
    if (!listing) return tl::unexpected(listing.error());
    Result<void> taken = is_diwoo ? take_diwoo_records(run, *listing) : take_pages(run, *listing);
    if (!taken) return taken;
    if (!listing->complete) {
        run.report().notice({"niet elke sitemap was te lezen; daarom is er niets verwijderd",
                             "not every sitemap could be read; that is why nothing was deleted"});
        return run.store().flush();
    }
    if (auto removed = run.remove_unmet(keys_of(*listing)); !removed) return removed;
    if (auto flushed = run.store().flush(); !flushed) return flushed;
    return write_harvest_state(run.store().folder(), {run.source().url, begin, begin, std::nullopt});
}

}  // namespace schakel
