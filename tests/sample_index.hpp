#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/index/index_folder.hpp"
#include "indexer/index_document.hpp"
#include "tests/paths.hpp"

namespace schakel {

/// The installation of the source tree: config/schakel.toml and what it refers to. Loaded once; throws when it is faulty.
const Installation& sample_installation();

/// A document whose text fields hold these words, separated by spaces, at positions from 1. A word is its own term: no
/// analyzer is involved. The texts are in the order of the field table; what is left out is empty.
IndexDocument document_of_words(std::string id, const std::array<std::string_view, text_field_count>& words);

/// A published index in a temporary folder that goes when the object does.
class SampleIndex {
public:
    /// One segment per vector, of the documents in that order. Throws when writing or publishing fails.
    explicit SampleIndex(const std::vector<std::vector<IndexDocument>>& segments);

    IndexFolder folder() const { return IndexFolder(folder_.path()); }

private:
    TemporaryFolder folder_;
};

}  // namespace schakel
