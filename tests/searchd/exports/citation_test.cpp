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

}  // namespace

TEST_CASE("products are cited as Dutch universities do", "[golden]") {
    CHECK_GOLDEN("exports/citation", [](const std::string& input) {
        return citation(written_record(input), sample_installation(), address);
    });
}

TEST_CASE("a citation is one line with the title in it, whatever a record holds") {
    rc::prop("", [] {
        const StoredRecord record = hostile_record();
        const std::string cited = citation(record, sample_installation(), address);
        RC_ASSERT(plain_line(cited) == cited);
        RC_ASSERT(cited.find(plain_line(record.title)) != std::string::npos);
    });
}

TEST_CASE("of more than twenty authors the first nineteen and the last are named") {
    StoredRecord record = written_record("titel: Veel handen\njaar: 2015");
    for (int i = 1; i <= 25; ++i) record.authors.push_back("A" + std::to_string(i));
    const std::string cited = citation(record, sample_installation(), address);
    CHECK(cited.find("A19, … A25. (2015).") != std::string::npos);
    CHECK(cited.find("A20") == std::string::npos);
    record.authors.resize(20);
    CHECK(citation(record, sample_installation(), address).find("A19 & A20.") != std::string::npos);
}

}  // namespace schakel
