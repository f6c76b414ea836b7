#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "config/error.hpp"
#include "config/index/block_file.hpp"
#include "config/index/columns.hpp"
#include "config/index/manifest.hpp"
#include "config/index/term_sequences.hpp"
#include "config/index/text_store.hpp"
#include "searchd/engine/index/postings_file.hpp"

namespace schakel {

/// The files of one segment, verified and held open: they can be read also when their generation has meanwhile been removed.
/// Generations that have the segment unchanged share it. Xapian objects may not be shared, so each searcher makes its own of
/// the postings. Immutable; safe from any thread.
struct Segment {
    /// Reads every byte once to compare it with the manifest: Xapian trusts its blocks, and one with changed bytes can end the
    /// program. Errors: index_corrupt, unreadable.
    static Result<std::shared_ptr<const Segment>> open(const std::filesystem::path& generation,
                                                       const ManifestSegment& described);

    /// Whether this is the segment that a manifest describes: of the same name, with the same files.
    bool is(const ManifestSegment& described) const;

    ManifestSegment described;
    PostingsFile postings;
    BlockFile records;
    TextStore texts;
    TermSequences sequences;
};

}  // namespace schakel
