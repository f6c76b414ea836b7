// Plain text, as a curator or another system might have damaged it.
#include "corpus/readers/archive/archive.hpp"

#include "tests/fuzz/reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    return schakel::read_and_check(schakel::read_archive_bytes, bytes, size);
}
