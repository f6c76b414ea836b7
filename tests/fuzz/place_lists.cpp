// Any bytes as the place lists of a document: its places in order, or index_corrupt.
#include "config/index/place_lists.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tests/fuzz/promise.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using schakel::promise;
    const std::string_view lists{reinterpret_cast<const char*>(bytes), size};
    const std::vector<schakel::FormNumber> forms{0, 1, 2, 3, 5, 8, 1000};
    for (const schakel::PlaceLimit& limit : {schakel::PlaceLimit{}, schakel::PlaceLimit{.most = 2, .near = 3}}) {
        const auto places = schakel::read_place_lists(lists, forms, limit);
        if (!places) {
            promise(places.error().code == schakel::ErrorCode::index_corrupt, "damage has a name");
            continue;
        }
        promise(places->size() <= size * forms.size(), "a place takes a byte");
        for (const schakel::PlacedForm& place : *places)
            promise(std::binary_search(forms.begin(), forms.end(), place.form), "only what was asked for");
    }
    return 0;
}
