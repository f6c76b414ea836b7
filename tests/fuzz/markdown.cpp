// Markdown with front matter, as a curator or another system might have damaged it.
#include "corpus/readers/markdown/markdown.hpp"

#include "tests/fuzz/reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    return schakel::read_and_check(schakel::read_markdown_bytes, bytes, size);
}
