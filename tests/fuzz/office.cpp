// Word and OpenDocument files. The input is the text of their parts (tests/corpus/office_file.hpp), so that a change
// reaches the readers instead of breaking the checksums of an archive; another input is the file itself.
#include <string>

#include "corpus/readers/office/docx.hpp"
#include "corpus/readers/office/odt.hpp"
#include "tests/corpus/office_file.hpp"
#include "tests/fuzz/reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string file = schakel::office_file({reinterpret_cast<const char*>(bytes), size});
    const auto* file_bytes = reinterpret_cast<const std::uint8_t*>(file.data());
    schakel::read_and_check(schakel::read_docx_bytes, file_bytes, file.size());
    return schakel::read_and_check(schakel::read_odt_bytes, file_bytes, file.size());
}
