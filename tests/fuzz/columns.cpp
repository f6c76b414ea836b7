// Any bytes as the columns of a segment: refused, or consistent enough that a searcher needs no checks of its own.
#include "config/index/columns.hpp"

#include "tests/fuzz/memory_file.hpp"
#include "tests/fuzz/promise.hpp"

using schakel::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const schakel::MemoryFile file(bytes, size);
    const auto columns = schakel::read_columns(file.path());
    if (!columns) {
        promise(columns.error().code == schakel::ErrorCode::index_corrupt, "damage is reported as such");
        return 0;
    }
    for (const schakel::FacetColumn& facet : columns->facets) {
        promise(facet.documents() == columns->documents(), "every facet knows every document");
        for (std::size_t document = 0; document < facet.documents(); ++document)
            for (const schakel::Ordinal ordinal : facet.of(document))
                promise(ordinal < facet.values.size(), "every value exists");
    }
    for (const auto& lengths : columns->lengths)
        promise(lengths.size() == columns->documents(), "every document has lengths");
    promise(columns->title_keys.size() == columns->documents(), "every document has a title key");
    return 0;
}
