#include "tests/relevance/tuning/retrieval_set.hpp"

#include <future>
#include <span>

#include "searchd/engine/searcher.hpp"
#include "searchd/evaluation/evaluation.hpp"
#include "searchd/evaluation/query_runner.hpp"

namespace schakel {
namespace {

constexpr int depth = 10;

using Snapshot = std::shared_ptr<const IndexSnapshot>;

Result<Snapshot> open_live(const std::filesystem::path& index, const Installation& installation) {
    const IndexFolder folder(index);
    const auto generation = folder.live();
    if (!generation) return tl::unexpected(generation.error());
    return IndexSnapshot::open(folder, *generation, installation);
}

Result<Run> run_part(const Snapshot& snapshot, const Installation& installation, std::span<const JudgedQuery> queries) {
    const auto searcher = Searcher::create(snapshot, installation);
    if (!searcher) return tl::unexpected(searcher.error());
    return run_queries(**searcher, installation, queries, depth).map([](TimedRun&& timed) {
        return std::move(timed.run);
    });
}

/// FNV-1a (Fowler, Noll and Vo): the same on every machine.
std::size_t hash_of(std::string_view text) {
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 1'099'511'628'211U;
    return static_cast<std::size_t>(hash >> 16);
}

/// The first relevant document by id; the query has one.
const std::string& sought_document(const Judgements& judgements) {
    const auto found =
        std::find_if(judgements.begin(), judgements.end(), [](const auto& judged) { return judged.second > 0; });
    return found->first;
}

}  // namespace

Result<RetrievalSet> RetrievalSet::open(std::filesystem::path index, const std::filesystem::path& folder) {
    auto queries = read_queries(folder / "queries.tsv");
    if (!queries) return tl::unexpected(queries.error());
    auto qrels = read_qrels(folder / "qrels.txt");
    if (!qrels) return tl::unexpected(qrels.error());
    RetrievalSet set;
    set.name_ = folder.filename().string();
    set.index_ = std::move(index);
    set.queries_ = select_queries(std::move(*queries), *qrels).measured;
    set.qrels_ = std::move(*qrels);
    if (!set.queries_.empty()) return set;
    return fail(ErrorCode::empty_source, at_place(folder.string(), {"geen enkele zoekvraag heeft een relevant product",
                                                                    "no query has a relevant product"}));
}

Result<std::vector<double>> RetrievalSet::scores(const Installation& installation, std::size_t threads) const {
    const auto snapshot = open_live(index_, installation);
    if (!snapshot) return tl::unexpected(snapshot.error());
    const std::span<const JudgedQuery> queries(queries_);
    std::vector<std::future<Result<Run>>> parts;
    for (std::size_t part = 0; part < threads; ++part) {
        const std::size_t first = queries.size() * part / threads;
        const std::size_t behind = queries.size() * (part + 1) / threads;
        parts.push_back(std::async(std::launch::async, run_part, std::cref(*snapshot), std::cref(installation),
                                   queries.subspan(first, behind - first)));
    }
    Run run;
    std::optional<Error> error;
    for (auto& part : parts) {
        auto answered = part.get();
        if (answered)
            run.merge(*answered);
        else
            error = answered.error();
    }
    if (error) return tl::unexpected(*error);
    std::vector<double> scores;
    for (const Measures& measures : measures_per_query(queries_, qrels_, run))
        scores.push_back(value_of(measures, Measure::ndcg_10));
    return scores;
}

std::vector<std::size_t> RetrievalSet::folds(std::size_t count) const {
    std::vector<std::size_t> folds;
    for (const JudgedQuery& query : queries_)
        folds.push_back(hash_of(sought_document(qrels_.find(query.id)->second)) % count);
    return folds;
}

}  // namespace schakel
