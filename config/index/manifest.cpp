#include "config/index/manifest.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>

#include "config/file.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/file_digest.hpp"

namespace schakel {

using nlohmann::json;

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ManifestFile, name, size, xxh3)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ManifestSegment, name, products, files, deleted, tombstones)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ManifestCopy, id, product, url, media_type)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IndexManifest, schema, analysis_fingerprint, vocabulary_version, region_version,
                                   built_at, products, words, segments, copies, ledger)

namespace {

constexpr std::string_view manifest_name = "manifest.json";

Text rebuild_hint() {
    return {"Bouw de index opnieuw: schakel-indexer build --source <map> --index <map>.",
            "Rebuild the index: schakel-indexer build --source <folder> --index <folder>."};
}

tl::unexpected<Error> damaged(const std::filesystem::path& file, std::string_view nl, std::string_view en) {
    return fail(
        ErrorCode::index_corrupt,
        {fmt::format("{} is beschadigd: {}.", file.string(), nl), fmt::format("{} is damaged: {}.", file.string(), en)},
        rebuild_hint());
}

tl::unexpected<Error> mismatch(std::string_view nl, std::string_view en) {
    return fail(ErrorCode::index_mismatch,
                {fmt::format("De index is gemaakt met {}.", nl), fmt::format("The index was made with {}.", en)},
                rebuild_hint());
}

std::string in_digits(std::uint64_t hash) { return fmt::format("{:016x}", hash); }

tl::unexpected<Error> other_size(const std::filesystem::path& file, std::uint64_t size, std::uint64_t expected) {
    return damaged(file, fmt::format("{} bytes in plaats van {}", size, expected),
                   fmt::format("{} bytes instead of {}", size, expected));
}

Result<void> verify_file(const std::filesystem::path& file, const ManifestFile& expected, bool contents) {
    std::error_code problem;
    const std::uint64_t size = std::filesystem::file_size(file, problem);
    if (problem) return damaged(file, "het bestand is niet te lezen", "the file cannot be read");
    if (size != expected.size) return other_size(file, size, expected.size);
    if (!contents) return {};
    const auto digest = digest_of(file);
    if (!digest) return damaged(file, "het bestand is niet te lezen", "the file cannot be read");
    if (in_digits(digest->xxh3) != expected.xxh3)
        return damaged(file, "de inhoud is veranderd", "the contents have changed");
    return {};
}

}  // namespace

std::string contents_hash(std::string_view bytes) { return in_digits(XXH3_64bits(bytes.data(), bytes.size())); }

Result<void> write_manifest(const std::filesystem::path& generation, const IndexManifest& manifest) {
    return write_durably(generation / manifest_name, json(manifest).dump(2) + '\n');
}

Result<IndexManifest> read_manifest(const std::filesystem::path& generation) {
    const std::filesystem::path file = generation / manifest_name;
    const auto text = read_file(file);
    if (!text && text.error().code == ErrorCode::not_found)
        return fail(ErrorCode::index_missing,
                    {fmt::format("In {} staat geen index.", generation.string()),
                     fmt::format("There is no index in {}.", generation.string())},
                    rebuild_hint());
    if (!text) return tl::unexpected(text.error());
    try {
        const json object = json::parse(*text);
        if (const int schema = object.at("schema").get<int>(); schema != schema_version)
            return mismatch(fmt::format("indexversie {}; dit programma gebruikt versie {}", schema, schema_version),
                            fmt::format("index version {}; this program uses version {}", schema, schema_version));
        return object.get<IndexManifest>();
    } catch (const json::exception& problem) {
        return damaged(file, fmt::format("dit is geen manifest van een index ({})", problem.what()),
                       fmt::format("this is no manifest of an index ({})", problem.what()));
    }
}

Result<void> check_compatible(const IndexManifest& manifest, const IndexIdentity& identity) {
    if (manifest.analysis_fingerprint != identity.analysis_fingerprint)
        return mismatch(fmt::format("een andere taalverwerking ({}, nu {})", manifest.analysis_fingerprint,
                                    identity.analysis_fingerprint),
                        fmt::format("another language analysis ({}, now {})", manifest.analysis_fingerprint,
                                    identity.analysis_fingerprint));
    if (manifest.vocabulary_version != identity.vocabulary_version)
        return mismatch("andere woordenlijsten (config/vocabularies is sindsdien gewijzigd)",
                        "other vocabularies (config/vocabularies has changed since)");
    if (manifest.region_version != identity.region_version)
        return mismatch("andere regiotabellen (config/regions is sindsdien gewijzigd)",
                        "other region tables (config/regions has changed since)");
    return {};
}

Result<void> verify_files(const std::filesystem::path& generation, const ManifestSegment& segment, bool contents) {
    for (const ManifestFile& expected : segment.files)
        if (auto whole = verify_file(generation / segment.name / expected.name, expected, contents); !whole)
            return whole;
    return {};
}

Result<void> verify_files(const std::filesystem::path& generation, const IndexManifest& manifest, bool contents) {
    for (const ManifestSegment& segment : manifest.segments)
        if (auto whole = verify_files(generation, segment, contents); !whole) return whole;
    return {};
}

Result<ManifestSegment> describe_segment(const std::filesystem::path& segment, std::uint64_t products) {
    ManifestSegment described{segment.filename().string(), products, {}};
    std::error_code problem;
    std::filesystem::recursive_directory_iterator at(segment, problem);
    for (const std::filesystem::recursive_directory_iterator end; !problem && at != end; at.increment(problem)) {
        if (!at->is_regular_file()) continue;
        const auto digest = digest_of(at->path());
        if (!digest) return tl::unexpected(digest.error());
        described.files.push_back(
            {at->path().lexically_relative(segment).string(), digest->size, in_digits(digest->xxh3)});
    }
    if (problem)
        return fail(ErrorCode::unreadable,
                    {fmt::format("{} kan niet worden gelezen: {}.", segment.string(), problem.message()),
                     fmt::format("{} cannot be read: {}.", segment.string(), problem.message())});
    std::sort(described.files.begin(), described.files.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return described;
}

}  // namespace schakel
