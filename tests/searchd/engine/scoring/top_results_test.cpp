#include "searchd/engine/scoring/top_results.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {

TEST_CASE("the best of any number are those a full sort puts first") {
    rc::prop("in the same order", [](const std::vector<std::uint8_t>& scores) {
        const auto capacity = *rc::gen::inRange<std::size_t>(0, 30);
        std::vector<RankedDocument> all;
        for (std::size_t i = 0; i < scores.size(); ++i)  // scores often coincide, ranks never do
            all.push_back({static_cast<float>(scores[i] % 7), static_cast<std::uint32_t>((i * 7919) % 100'003),
                           static_cast<DocumentId>(i)});
        TopResults top(capacity);
        for (const RankedDocument& document : all)
            if (top.may_take(document.score)) top.add(document);
        std::sort(all.begin(), all.end(), [](const RankedDocument& a, const RankedDocument& b) {
            return a.score != b.score ? a.score > b.score : a.rank < b.rank;
        });
        all.resize(std::min(all.size(), capacity));
        const std::vector<RankedDocument> found = top.take();
        RC_ASSERT(found.size() == all.size());
        for (std::size_t i = 0; i < found.size(); ++i) RC_ASSERT(found[i].document == all[i].document);
    });
}

}  // namespace schakel
