// Any bytes as a posting list: rising documents of the segment, then an end, walked or skipped through.
#include "config/index/posting_list.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/fuzz/promise.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using schakel::promise;
    constexpr std::uint32_t documents = 10'000;
    const std::string list(reinterpret_cast<const char*>(bytes), size);
    schakel::PostingList walked(list, documents);
    std::size_t seen = 0;
    for (std::uint32_t lowest = 0; !walked.at_end(); walked.advance(), ++seen) {
        promise(walked.document() >= lowest && walked.document() < documents, "documents rise within the segment");
        lowest = walked.document() + 1;
    }
    promise(seen <= size, "a posting takes a byte");
    schakel::PostingList skipped(list, documents);
    for (std::uint32_t wanted = 0; wanted < documents; wanted += 101) {
        skipped.skip_to(wanted);
        promise(skipped.document() >= wanted, "skipping never stops before what is wanted");
    }
    return 0;
}
