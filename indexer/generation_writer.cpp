#include "indexer/generation_writer.hpp"

#include <cerrno>

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <xapian.h>

#include "config/index/block_file.hpp"
#include "config/index/columns.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/postings.hpp"
#include "config/index/term_sequences.hpp"
#include "config/index/text_store.hpp"

namespace schakel {

namespace {

constexpr std::string_view working_name = "building";

tl::unexpected<Error> refused(std::string nl, std::string en, Text hint) {
    return fail(ErrorCode::verification_failed, {std::move(nl), std::move(en)}, std::move(hint));
}

/// Opens every part of a segment and compares what the parts say about themselves.
Result<void> verify_segment(const std::filesystem::path& folder, const ManifestSegment& segment) {
    auto columns = read_columns(folder / columns_name);
    if (!columns) return tl::unexpected(columns.error());
    auto records = BlockFile::open(folder / records_name);
    if (!records) return tl::unexpected(records.error());
    auto texts = TextStore::open(folder);
    if (!texts) return tl::unexpected(texts.error());
    auto sequences = TermSequences::open(folder);
    if (!sequences) return tl::unexpected(sequences.error());
    Xapian::doccount postings = 0;
    try {
        postings = Xapian::Database((folder / postings_name).string()).get_doccount();
    } catch (const Xapian::Error& problem) {
        return fail(ErrorCode::index_corrupt, {problem.get_description(), problem.get_description()});
    }
    const auto expected = segment.products;
    if (columns->documents() != expected || records->size() != expected || texts->documents() != expected ||
        sequences->documents() != expected || postings != expected)
        return refused(
            fmt::format("Segment {} telt {} producten, maar zijn bestanden spreken dat tegen.", segment.name, expected),
            fmt::format("Segment {} has {} products, but its files contradict that.", segment.name, expected), {});
    return {};
}

}  // namespace

GenerationWriter::GenerationWriter(WriteLock lock, IndexFolder folder, std::filesystem::path working,
                                   std::uint32_t number)
    : lock_(std::move(lock)), folder_(std::move(folder)), working_(std::move(working)), number_(number) {}

GenerationWriter::GenerationWriter(GenerationWriter&& other) noexcept
    : lock_(std::move(other.lock_)),
      folder_(std::move(other.folder_)),
      working_(std::exchange(other.working_, {})),
      number_(other.number_),
      linked_(std::move(other.linked_)) {}

GenerationWriter::~GenerationWriter() {
    if (working_.empty()) return;
    std::error_code ignored;  // a destructor cannot report; the next run removes what stays behind
    std::filesystem::remove_all(working_, ignored);
}

Result<GenerationWriter> GenerationWriter::begin(const std::filesystem::path& index) {
    auto lock = WriteLock::acquire(index);
    if (!lock) return tl::unexpected(lock.error());
    const std::filesystem::path working = index / working_name;
    std::error_code problem;
    std::filesystem::remove_all(working, problem);
    if (!problem) std::filesystem::create_directory(working, problem);
    if (problem) return io_failure(working, problem.value());
    const IndexFolder folder(index);
    if (auto clean = folder.clean_up(); !clean) return tl::unexpected(clean.error());
    const auto published = folder.generations();
    return GenerationWriter(std::move(*lock), folder, working, published.empty() ? 1 : published.back() + 1);
}

std::filesystem::path GenerationWriter::segment_folder(std::size_t number) const {
    return working_ / fmt::format("seg-{:06}-{:02}", number_, number);
}

Result<void> GenerationWriter::link_segment(const std::filesystem::path& generation, const std::string& segment) {
    std::error_code problem;
    std::filesystem::copy(generation / segment, working_ / segment,
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::create_hard_links,
                          problem);
    if (problem) return io_failure(working_ / segment, problem.value());
    linked_.insert(segment);
    return {};
}

void GenerationWriter::drop_segment(const std::string& segment) {
    std::error_code problem;
    std::filesystem::remove_all(working_ / segment, problem);
    if (problem) spdlog::warn("{}: {}", (working_ / segment).string(), problem.message());
}

Result<void> GenerationWriter::verify(const IndexManifest& manifest, const PublishPolicy& policy) const {
    for (const ManifestSegment& segment : manifest.segments) {
        if (linked_.contains(segment.name)) continue;
        if (auto verified = verify_segment(working_ / segment.name, segment); !verified) return verified;
    }
    if (manifest.products == 0)
        return refused(
            "Geen enkel record kon worden geïndexeerd; er is niets gepubliceerd.",
            "Not one record could be indexed; nothing was published.",
            {"Los de gemelde problemen op en bouw opnieuw.", "Solve the problems reported and build again."});
    const auto live = folder_.live();
    if (!live || policy.force) return {};
    // An index that can no longer be read has nothing to compare with, and replacing it is the repair.
    const auto previous = read_manifest(folder_.path_of(*live));
    if (previous &&
        static_cast<double>(manifest.products) < policy.suspicious_shrink * static_cast<double>(previous->products))
        return refused(
            fmt::format("De nieuwe index is verdacht klein: aantal producten {}, nu {}. Er is niets gepubliceerd.",
                        manifest.products, previous->products),
            fmt::format("The new index is suspiciously small: number of products {}, now {}. Nothing was published.",
                        manifest.products, previous->products),
            {"Klopt het? Geef dan --force mee.", "Is it right? Then add --force."});
    return {};
}

Result<std::uint32_t> GenerationWriter::publish(const IndexManifest& manifest, const PublishPolicy& policy) {
    if (auto verified = verify(manifest, policy); !verified) return tl::unexpected(verified.error());
    if (auto written = write_manifest(working_, manifest); !written) return tl::unexpected(written.error());
    if (auto flushed = flush_to_disk(working_); !flushed) return tl::unexpected(flushed.error());
    std::error_code problem;
    std::filesystem::rename(working_, folder_.path_of(number_), problem);
    if (problem) return io_failure(folder_.path_of(number_), problem.value());
    working_.clear();
    if (auto flushed = flush_to_disk(folder_.root()); !flushed) return tl::unexpected(flushed.error());
    if (!policy.make_live) return number_;
    if (auto live = folder_.make_live(number_); !live) return tl::unexpected(live.error());
    remove_old_generations(policy.keep_generations);
    return number_;
}

void GenerationWriter::remove_old_generations(int keep) const {
    const auto published = folder_.generations();
    const auto wanted = static_cast<std::size_t>(std::max(keep, 1));
    for (std::size_t i = 0; i + wanted < published.size(); ++i) {
        std::error_code problem;
        std::filesystem::remove_all(folder_.path_of(published[i]), problem);
        if (problem) spdlog::warn("{}: {}", folder_.path_of(published[i]).string(), problem.message());
    }
}

}  // namespace schakel
