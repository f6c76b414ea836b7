// A table as text, as a spreadsheet or an editor might have damaged it.
#include "corpus/readers/table/csv.hpp"

#include "tests/fuzz/reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    return schakel::read_and_check(schakel::read_csv_bytes, bytes, size);
}
