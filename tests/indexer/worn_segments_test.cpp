#include "indexer/worn_segments.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

ManifestSegment segment(std::uint64_t products, std::uint64_t deleted) {
    ManifestSegment one;
    one.products = products;
    one.deleted = deleted;
    return one;
}

using Worn = std::vector<bool>;

}  // namespace

TEST_CASE("segments are left alone as long as they are few and mostly alive") {
    Settings::Index settings;
    settings.most_segments = 3;
    settings.most_deleted = 0.5;
    CHECK(worn_segments({}, settings).empty());
    CHECK(worn_segments({segment(10, 5), segment(10, 0), segment(1, 0)}, settings).empty());
}

TEST_CASE("the smallest of too many segments are worn, and one that is mostly deleted") {
    Settings::Index settings;
    settings.most_segments = 4;
    settings.most_deleted = 0.5;
    const std::vector<ManifestSegment> many{segment(90, 0), segment(2, 0), segment(80, 0), segment(3, 0),
                                            segment(1, 0)};
    CHECK(worn_segments(many, settings) == Worn{false, true, false, true, true});
    CHECK(worn_segments({segment(10, 6), segment(10, 5)}, settings) == Worn{true, false});
}
