// XML of any kind we read, as a server or a curator might have damaged it.
#include "corpus/readers/xml_dispatch.hpp"
#include "tests/fuzz/reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    return schakel::read_and_check(schakel::read_xml_bytes, bytes, size);
}
