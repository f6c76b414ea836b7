// Any bytes as a sitemap. What is kept of an entry must be a sitemap itself, that reads as it was kept.
#include <cstddef>
#include <cstdint>

#include "corpus/harvesters/sitemap_file.hpp"
#include "tests/fuzz/promise.hpp"

namespace {

using schakel::promise;

constexpr std::size_t limit = 1 << 20;

void check_entry(const schakel::SitemapEntry& entry) {
    promise(!entry.location.empty(), "an entry has a location");
    if (entry.record.empty()) return;
    const auto kept = schakel::parse_sitemap("bewaard", entry.record, "", limit);
    promise(kept.has_value(), "what is kept can be read");
    promise(kept->entries.size() == 1, "and holds one entry");
    promise(kept->entries.front().location == entry.location, "with the same location");
    promise(kept->entries.front().record == entry.record, "and the same text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto sitemap = schakel::parse_sitemap("bron", {reinterpret_cast<const char*>(bytes), size}, "", limit);
    if (!sitemap) return 0;
    for (const schakel::SitemapEntry& entry : sitemap->entries) check_entry(entry);
    return 0;
}
