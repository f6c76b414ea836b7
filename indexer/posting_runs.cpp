// A run is a block: "R", and of each term, in the order of their texts, varints with its number, how many postings it has and, of
// each posting, how far its document lies behind the one before and its counts.

#include "indexer/posting_runs.hpp"

#include <algorithm>
#include <utility>

#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/posting_list.hpp"
#include "config/index/varint.hpp"

namespace schakel {

namespace {

constexpr std::string_view run_mark = "R";
constexpr std::size_t bytes_between_rests = std::size_t{16}
                                            << 20;  // of lists; runs are read once and need not stay in memory

struct Found {
    std::uint32_t document = 0;
    std::uint32_t counts = 0;
};

void append_postings(std::string& run, TermNumber term, std::span<const Found> postings) {
    append_varint(run, term);
    append_varint(run, static_cast<std::uint32_t>(postings.size()));
    std::uint32_t before = 0;
    for (const Found& found : postings) {
        append_varint(run, found.document - before);
        append_varint(run, found.counts);
        before = found.document;
    }
}

}  // namespace

/// Reads a run, standing at one of its terms.
class PostingRuns::Run {
public:
    explicit Run(std::string_view bytes) : in_{bytes.substr(run_mark.size())} { next_term(); }

    bool stands_at(TermNumber term) const { return !done_ && term_ == term; }
    bool is_whole() const { return done_ && in_.ok; }

    void move_postings(PostingListWriter& list) {
        std::uint32_t document = 0;
        for (std::uint32_t left = in_.next(); left > 0 && in_.ok; --left) {
            document += in_.next();
            list.add(document, FieldCounts(in_.next()));
        }
        next_term();
    }

private:
    void next_term() {
        done_ = in_.rest.empty();
        if (!done_) term_ = in_.next();
    }

    VarintReader in_;
    TermNumber term_ = 0;
    bool done_ = false;
};

PostingRuns::PostingRuns(std::filesystem::path file, std::size_t most_postings, const TermNumbers& terms)
    : file_(std::move(file)), most_postings_(most_postings), terms_(terms), runs_(file_) {}

Result<void> PostingRuns::add(TermNumber term, std::uint32_t document, FieldCounts counts) {
    postings_.push_back({term, document, counts.packed()});
    return postings_.size() < most_postings_ ? Result<void>() : write_run();
}

std::vector<std::uint32_t> PostingRuns::counts_by_term() const {
    std::vector<std::uint32_t> counts(terms_.size());
    for (const Posting& posting : postings_) ++counts[posting.term];
    return counts;
}

Result<void> PostingRuns::write_run() {
    const std::vector<std::uint32_t> counts = counts_by_term();
    frequencies_.resize(counts.size());
    std::vector<TermNumber> present;
    for (TermNumber term = 0; term < counts.size(); ++term) {
        frequencies_[term] += counts[term];
        if (counts[term] > 0) present.push_back(term);
    }
    terms_.sort(present);
    std::vector<std::uint32_t> ends(
        counts.size());  // of each term in `sorted`; where to put its next posting, until all are there
    std::uint32_t end = 0;
    for (const TermNumber term : present) ends[term] = std::exchange(end, end + counts[term]);
    std::vector<Found> sorted(postings_.size());
    for (const Posting& posting : postings_) sorted[ends[posting.term]++] = {posting.document, posting.counts};
    std::string run(run_mark);
    for (const TermNumber term : present)
        append_postings(run, term, std::span(sorted).subspan(ends[term] - counts[term], counts[term]));
    postings_.clear();
    return runs_.add_as_is(run);
}

Result<void> PostingRuns::merge(std::span<const TermNumber> order,
                                const std::function<Result<void>(TermNumber, const std::string& list)>& visit) {
    if (auto written = write_run(); !written) return written;
    postings_ = {};
    if (auto written = runs_.finish(); !written) return written;
    const auto file = BlockFile::open(file_);
    if (!file) return tl::unexpected(file.error());
    std::vector<Run> runs;
    for (std::size_t i = 0; i < file->size(); ++i) runs.emplace_back(file->bytes_of(i));
    PostingListWriter list;
    std::size_t merged_bytes = 0;
    for (const TermNumber term : order) {
        for (Run& run : runs)
            if (run.stands_at(term)) run.move_postings(list);
        const std::string bytes = list.take();
        if (auto visited = visit(term, bytes); !visited) return visited;
        merged_bytes += bytes.size();
        if (merged_bytes < bytes_between_rests) continue;
        file->let_go();
        merged_bytes = 0;
    }
    if (!std::ranges::all_of(runs, &Run::is_whole)) return damaged_file(file_);
    std::error_code problem;
    std::filesystem::remove(file_, problem);
    if (problem) return io_failure(file_, problem.value());
    return {};
}

}  // namespace schakel
