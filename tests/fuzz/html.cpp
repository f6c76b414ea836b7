// Web pages, as anyone may publish them.
#include "corpus/readers/html/html.hpp"

#include "tests/fuzz/reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    return schakel::read_and_check(schakel::read_html_bytes, bytes, size);
}
