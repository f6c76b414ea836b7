#include "corpus/harvesters/sitemap_walk.hpp"

#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "config/string_map.hpp"
#include "corpus/harvesters/http_failure.hpp"

namespace schakel {
namespace {

constexpr int deepest_index = 3;
constexpr std::size_t most_sitemaps = 10'000;

struct Waiting {
    HttpAddress address;
    int depth = 0;
};

bool names_a_sitemap(const HttpAddress& address) {
    const std::string_view path = address.path();
    return path.ends_with(".xml") || path.ends_with(".xml.gz") || path.ends_with(".txt");
}

std::vector<std::string> sitemaps_in_robots(HarvestRun& run, const HttpAddress& site) {
    std::vector<std::string> sitemaps = run.permissions().robots_of(site).sitemaps();
    const auto is_diwoo = [](const std::string& url) { return url.find("diwoo") != std::string::npos; };
    if (run.source().kind == HarvestKind::diwoo && std::ranges::any_of(sitemaps, is_diwoo))
        std::erase_if(sitemaps, std::not_fn(is_diwoo));
    if (sitemaps.empty()) sitemaps.emplace_back("/sitemap.xml");
    return sitemaps;
}

class SitemapWalk {
public:
    explicit SitemapWalk(HarvestRun& run) : run_(run) {}

    Result<SitemapListing> walk(const HttpAddress& start) {
        if (names_a_sitemap(start))
            add(start, start.to_text(), 1);
        else
            for (const std::string& sitemap : sitemaps_in_robots(run_, start)) add(start, sitemap, 1);
        for (; !waiting_.empty(); waiting_.pop_front()) read(waiting_.front());
        if (read_ == 0) return tl::unexpected(failure_);
        return std::move(listing_);
    }

private:
    void add(const HttpAddress& base, const std::string& location, int depth);
    void read(const Waiting& sitemap);
    Result<SitemapFile> fetch(const HttpAddress& address);
    void add_entry(const HttpAddress& base, SitemapEntry entry);
    void miss(const std::string& url, const Error& error);

    HarvestRun& run_;
    SitemapListing listing_;
    std::deque<Waiting> waiting_;
    StringSet sitemaps_;
    StringSet locations_;
    std::size_t read_ = 0;
    Error failure_;
};

void SitemapWalk::miss(const std::string& url, const Error& error) {
    listing_.complete = false;
    failure_ = error;
    run_.report().refuse({RefusalKind::unavailable, url, error.message});
}

void SitemapWalk::add(const HttpAddress& base, const std::string& location, int depth) {
    const auto address = resolve_http_address(base, location);
    if (!address) return miss(location, bad_address(location).error);
    if (depth > deepest_index || sitemaps_.size() >= most_sitemaps)
        return miss(location,
                    {ErrorCode::malformed,
                     at_place(location, {"te veel sitemaps, of te diep in elkaar", "too many sitemaps, or too deep"}),
                     {}});
    if (sitemaps_.insert(address->to_text()).second) waiting_.push_back({*address, depth});
}

void SitemapWalk::add_entry(const HttpAddress& base, SitemapEntry entry) {
    const auto address = resolve_http_address(base, entry.location);
    if (!address) return run_.report().refuse({RefusalKind::address, entry.location, {}});
    entry.location = address->to_text();
    if (listing_.entries.size() >= run_.options().most_records) {
        listing_.complete = false;
        return;
    }
    if (locations_.insert(entry.location).second) listing_.entries.push_back(std::move(entry));
}

Result<SitemapFile> SitemapWalk::fetch(const HttpAddress& address) {
    const auto may_fetch = [this](const HttpAddress& hop) { return !run_.permissions().refusal_of(hop); };
    const std::string url = address.to_text();
    const auto answer = run_.client().get({.url = url, .headers = {}, .may_fetch = may_fetch});
    if (!answer) return tl::unexpected(answer.error().error);
    if (answer->status != 200) return tl::unexpected(unexpected_status(*answer));
    return parse_sitemap(url, answer->body, answer->header("content-type"), run_.client().limits().largest_body);
}

void SitemapWalk::read(const Waiting& sitemap) {
    const std::string url = sitemap.address.to_text();
    if (auto refusal = run_.permissions().refusal_of(sitemap.address)) {
        listing_.complete = false;
        failure_ = not_to_be_harvested(url, *refusal);
        return run_.report().refuse(std::move(*refusal));
    }
    Result<SitemapFile> file = fetch(sitemap.address);
    if (!file) return miss(url, file.error());
    ++read_;
    for (const std::string& location : file->sitemaps) add(sitemap.address, location, sitemap.depth + 1);
    for (SitemapEntry& entry : file->entries) add_entry(sitemap.address, std::move(entry));
    if (file->without_location > 0)
        run_.report().notice({fmt::format("{}: {} regels zonder adres (loc)", url, file->without_location),
                              fmt::format("{}: {} entries without an address (loc)", url, file->without_location)});
}

}  // namespace

Result<SitemapListing> walk_sitemaps(HarvestRun& run) {
    const auto start = parse_http_address(run.source().url);
    if (!start) return tl::unexpected(bad_address(run.source().url).error);
    return SitemapWalk(run).walk(*start);
}

}  // namespace schakel
