#include <catch2/catch.hpp>

#include "corpus/reader_registry.hpp"
#include "tests/corpus/reading.hpp"
#include "tests/golden/golden.hpp"

using namespace schakel;

TEST_CASE("files of every format are read as the golden cases say", "[corpus][golden]") {
    for (const ReaderFormat& format : reader_formats()) {
        INFO("format " << format.extension);
        const GoldenSubject subject = [&](const std::string& input) {
            std::string text = read_and_resolve(format.extension, with_bytes_decoded(input));
            if (text.ends_with('\n')) text.pop_back();
            return text;
        };
        CHECK_GOLDEN(std::filesystem::path{"corpus"} / format.golden_folder, subject);
    }
}
