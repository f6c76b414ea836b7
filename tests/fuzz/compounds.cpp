// Any bytes as a word to cut into parts.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/compounds/compound_splitter.hpp"
#include "tests/analyzers/compound_lists.hpp"
#include "tests/analyzers/shipped_speller.hpp"
#include "tests/fuzz/promise.hpp"

using schakel::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const schakel::CompoundSplitter splitter(schakel::shipped_lexicon(), schakel::shipped_compound_rules());
    std::vector<schakel::CompoundPart> parts;
    splitter.split({reinterpret_cast<const char*>(bytes), size}, parts);
    promise(parts.size() != 1, "one part is no compound");
    std::size_t place = 0;
    for (const schakel::CompoundPart& part : parts) {
        promise(part.begin == place, "parts lie side by side");
        promise(part.begin < part.stem_end && part.stem_end <= part.end, "a part has letters before its link");
        promise(part.word == schakel::no_word || part.word < schakel::shipped_lexicon().size(), "a word exists");
        place = part.end;
    }
    promise(parts.empty() || place == size, "parts cover the word");
    return 0;
}
