#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/index/block_file.hpp"
#include "config/index/postings.hpp"
#include "config/index/term_numbers.hpp"

namespace schakel {

/// Turns what documents hold into posting lists by term, in memory that does not grow with the segment: postings are gathered up to
/// a limit, sorted by term and written as a run, and the runs are merged at the end (single-pass inversion: Heinz and Zobel,
/// 2003). One thread; `terms`, which numbers the terms, must outlive it.
class PostingRuns {
public:
    /// `file` holds the runs until they are merged. `most_postings` are gathered in memory, at 20 bytes each.
    PostingRuns(std::filesystem::path file, std::size_t most_postings, const TermNumbers& terms);

    /// A document holds a term; documents never go down, and a pair comes once. Errors: io.
    Result<void> add(TermNumber term, std::uint32_t document, FieldCounts counts);

    /// Calls `visit` with each term of `order` (all that there are, in the order of `TermNumbers::sort`) and its posting
    /// list. Nothing can be added any more. Errors: io, and those of `visit`.
    Result<void> merge(std::span<const TermNumber> order,
                       const std::function<Result<void>(TermNumber, const std::string& list)>& visit);

    /// How many documents hold each term, by number; once merged.
    const std::vector<std::uint32_t>& frequencies() const { return frequencies_; }

private:
    struct Posting {
        TermNumber term = 0;
        std::uint32_t document = 0;
        std::uint32_t counts = 0;
    };
    class Run;

    Result<void> write_run();
    std::vector<std::uint32_t> counts_by_term() const;

    std::filesystem::path file_;
    std::size_t most_postings_;
    const TermNumbers& terms_;
    std::vector<Posting> postings_;           // of the run being gathered
    std::vector<std::uint32_t> frequencies_;  // by term
    BlockFileWriter runs_;
};

}  // namespace schakel
