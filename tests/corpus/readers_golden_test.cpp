#include <catch2/catch.hpp>

#include "corpus/reader_registry.hpp"
#include "tests/corpus/office_file.hpp"
#include "tests/corpus/pdf_file.hpp"
#include "tests/corpus/reading.hpp"
#include "tests/golden/golden.hpp"

using namespace schakel;

namespace {

/// The real file that the readable input of a case describes.
std::string file_of(std::string_view extension, const std::string& input) {
    if (extension == ".pdf") return pdf_file(input);
    return office_file(with_bytes_decoded(input));
}

}  // namespace

TEST_CASE("files of every format are read as the golden cases say", "[corpus][golden]") {
    for (const ReaderFormat& format : reader_formats()) {
        if (format.golden_folder.empty()) continue;
        INFO("format " << format.extension);
        const GoldenSubject subject = [&](const std::string& input) {
            std::string text = read_and_resolve(format.extension, file_of(format.extension, input));
            if (text.ends_with('\n')) text.pop_back();
            return text;
        };
        CHECK_GOLDEN(std::filesystem::path{"corpus"} / format.golden_folder, subject);
    }
}
