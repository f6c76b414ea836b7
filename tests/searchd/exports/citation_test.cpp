#include "searchd/exports/citation.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "searchd/xml/plain_line.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/exports/hostile_text.hpp"
#include "tests/searchd/exports/written_record.hpp"

namespace schakel {
namespace {

constexpr std::string_view address = "https://zoek.example.org/kennisproducten/voorbeeld";

std::string cited(const StoredRecord& record, Language language = Language::dutch) {
    return citation(record, Labels(sample_installation(), language), address);
}

}  // namespace

TEST_CASE("products are cited as Dutch universities do", "[golden]") {
    CHECK_GOLDEN("exports/citation", [](const std::string& input) { return cited(written_record(input)); });
}

TEST_CASE("a citation is one line with the title in it, whatever a record holds") {
    rc::prop("", [] {
        const StoredRecord record = hostile_record();
        const std::string reference = cited(record);
        RC_ASSERT(plain_line(reference) == reference);
        RC_ASSERT(reference.find(plain_line(record.title)) != std::string::npos);
    });
}

TEST_CASE("of more than twenty authors the first nineteen and the last are named") {
    StoredRecord record = written_record("titel: Veel handen\njaar: 2015");
    for (int i = 1; i <= 25; ++i) record.authors.push_back("A" + std::to_string(i));
    CHECK(cited(record).find("A19, … A25. (2015).") != std::string::npos);
    CHECK(cited(record).find("A20") == std::string::npos);
    record.authors.resize(20);
    CHECK(cited(record).find("A19 & A20.") != std::string::npos);
}

TEST_CASE("a citation in English has the words and the dates of English") {
    StoredRecord record = written_record(
        "titel: Feiten\nmaker: gezondheidsraad\nurl: https://www.voorbeeld.nl/feiten\ngeraadpleegd: 2015-05-04");
    CHECK(cited(record, Language::english) ==
          "Gezondheidsraad. (n.d.). Feiten. Retrieved 4 May 2015, from https://www.voorbeeld.nl/feiten");
    CHECK(cited(record) ==
          "Gezondheidsraad. (z.d.). Feiten. Geraadpleegd op 4 mei 2015, van https://www.voorbeeld.nl/feiten");
}

}  // namespace schakel
