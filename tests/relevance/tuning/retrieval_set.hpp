#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/evaluation/query_set.hpp"
#include "searchd/evaluation/trec_files.hpp"

namespace schakel {

/// An index with judged queries. Immutable; `scores` is safe from one thread at a time and starts some itself.
class RetrievalSet {
public:
    /// `folder` holds queries.tsv and qrels.txt. Errors: those of `read_queries` and `read_qrels`; empty_source when no query
    /// has a relevant document.
    static Result<RetrievalSet> open(std::filesystem::path index, const std::filesystem::path& folder);

    const std::string& name() const { return name_; }

    /// nDCG@10 of each query with the settings of `installation`, which must not change meanwhile. Opens the index anew,
    /// because the weights of fields are laid down then. Errors: those of `IndexSnapshot::open` and `Searcher::search`.
    Result<std::vector<double>> scores(const Installation& installation, std::size_t threads) const;

    /// The fold of each query. Queries that seek the same document share a fold, so that none is answered with settings that
    /// were found on its twin.
    std::vector<std::size_t> folds(std::size_t count) const;

private:
    std::string name_;
    std::filesystem::path index_;
    std::vector<JudgedQuery> queries_;
    Qrels qrels_;
};

}  // namespace schakel
