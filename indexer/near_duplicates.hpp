#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/knowledge_product.hpp"
#include "indexer/ledger.hpp"

namespace schakel {

/// A mark from which can be told whether two texts are versions of one work, such as a report as PDF and as web page: a
/// MinHash (Broder 1997; one permutation with densification by rotation, Shrivastava and Li 2014) of the runs of four words,
/// folded, with the numbers in the title, because reports of two years may share most of their text. Null for a text of
/// fewer than `fewest_words`, which says too little. Safe from any thread.
std::shared_ptr<const WorkMark> work_mark(const KnowledgeProduct& product);
inline constexpr std::uint32_t fewest_words = 100;

/// The share, estimated from their marks, of the runs of words in either text that are in both (Jaccard): 0 to 1.
double resemblance(const WorkMark& one, const WorkMark& other);

/// Finds the product that is the same work: equal numbers in the title and a resemblance of at least `same_work`. Not
/// thread-safe.
class NearDuplicates {
public:
    static constexpr double same_work = 0.7;

    void add(std::shared_ptr<const WorkMark> mark, std::string_view id);  // nothing to add when it is null

    /// The id of the product added first that is the same work; absent when there is none, or no mark.
    std::optional<std::string> find(const WorkMark* mark) const;

private:
    struct Work {
        std::shared_ptr<const WorkMark> mark;  // never null; shared with the ledger
        std::string id;
    };
    std::vector<Work> works_;
    std::unordered_multimap<std::uint32_t, std::uint32_t> by_minimum_;  // (number of the minimum, its value) → work
};

}  // namespace schakel
