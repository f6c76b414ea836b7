#include "corpus/readers/pdf/pdf.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"
#include "corpus/to_text.hpp"
#include "tests/corpus/pdf_file.hpp"
#include "tests/corpus/reading.hpp"
#include "tests/golden/golden.hpp"

using namespace schakel;

namespace {

std::vector<ReadRecord> read(std::string_view bytes) {
    std::vector<ReadRecord> records;
    read_pdf_bytes(bytes, "bron.pdf", [&](ReadRecord record) { records.push_back(std::move(record)); });
    return records;
}

/// As `read_and_resolve` shows the record of a file.
std::string read_as_text(std::string_view bytes) {
    std::string text;
    for (ReadRecord& record : read(bytes)) {
        for (const Text& notice : record.notices) text += "let op: " + notice.nl + '\n';
        if (record.product) {
            for (const Text& notice : real_resolver().accept_foreign_values(*record.product))
                text += "let op: " + notice.nl + '\n';
            REQUIRE(real_resolver().resolve(*record.product));
            text += to_text(*record.product);
        } else {
            const Error& error = record.product.error();
            text += "fout " + std::string{row_of(error.code).name} + ": " + to_text(error, Language::dutch) + '\n';
        }
    }
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

ErrorCode only_error(std::string_view bytes) {
    const std::vector<ReadRecord> records = read(bytes);
    REQUIRE(records.size() == 1);
    REQUIRE_FALSE(records[0].product);
    return records[0].product.error().code;
}

void check_promises(std::string_view bytes) {
    const std::vector<ReadRecord> records = read(bytes);
    REQUIRE(records.size() == 1);
    if (!records[0].product) {
        REQUIRE_FALSE(records[0].product.error().message.nl.empty());
        REQUIRE_FALSE(records[0].product.error().message.en.empty());
        return;
    }
    const KnowledgeProduct& product = *records[0].product;
    REQUIRE_FALSE(product.id.empty());
    REQUIRE_FALSE((product.title.empty() && product.pages.empty()));
    REQUIRE_FALSE(first_invalid_utf8(to_text(product)));
}

const std::string& sound_file() {
    static const std::string file = pdf_file(
        "Title: Eén\nAuthor: A. Jansen\nxmp: <dc:language>nl</dc:language>\n== pagina\n72 100 20\n  Kop\n72 140 11\n"
        "  Een regel over zorg- en dienst-\n  verlening.\n300 140 11\n  Ernaast.\n== pagina\n72 100 11 gedraaid\n  "
        "Opzij.");
    return file;
}

}  // namespace

TEST_CASE("a PDF is read as the golden cases say", "[corpus][golden]") {
    CHECK_GOLDEN("corpus/pdf", [](const std::string& input) { return read_as_text(pdf_file(input)); });
}

TEST_CASE("what is no PDF, or not a whole one, is an error", "[corpus][faults]") {
    CHECK(only_error("") == ErrorCode::malformed);
    CHECK(only_error("<html><body>niet gevonden</body></html>") == ErrorCode::malformed);
    CHECK(only_error("%PDF-1.7\n") == ErrorCode::malformed);
    CHECK(only_error("%PDF-1.7\n" + std::string(100'000, '\0')) == ErrorCode::malformed);
    CHECK(only_error(sound_file().substr(0, 300)) == ErrorCode::malformed);
}

TEST_CASE("a PDF whose table of objects cannot be found is still read", "[corpus]") {
    std::string file = sound_file();
    file.replace(file.rfind("startxref\n") + 10, 3, "999");
    CHECK(read_as_text(file).find("Een regel over zorg") != std::string::npos);
}

TEST_CASE("page trees that go round or deep end", "[corpus][faults]") {
    check_promises(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9999999>>endobj "
        "trailer<</Root 1 0 R>>");
    check_promises("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj" + std::string(100'000, '[') +
                   " trailer<</Root 1 0 R>>");
}

TEST_CASE("a PDF cut off anywhere keeps the promises of a reader", "[corpus][faults]") {
    const std::string& sound = sound_file();
    REQUIRE(read(sound).at(0).product);
    for (std::size_t size = 0; size < sound.size(); size += 7) check_promises(std::string_view{sound}.substr(0, size));
}

TEST_CASE("a PDF with anything in it changed keeps the promises of a reader", "[corpus][property]") {
    rc::prop("changed bytes", [] {
        std::string bytes = sound_file();
        const auto changes = *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
            rc::gen::pair(rc::gen::inRange<std::size_t>(0, bytes.size()), rc::gen::arbitrary<char>()));
        for (const auto& [at, byte] : changes) bytes[at] = byte;
        check_promises(bytes);
    });
}
