#include "searchd/feeds/structured_data.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

#include "searchd/xml/plain_line.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/exports/hostile_text.hpp"
#include "tests/searchd/exports/written_record.hpp"

namespace schakel {
namespace {

std::string data_of(const StoredRecord& record, Language language = Language::dutch) {
    return structured_data(record, Labels(sample_installation(), language), "Schakel",
                           "https://zoek.example.org/kennisproducten/voorbeeld");
}

}  // namespace

TEST_CASE("a product as a search engine reads it", "[golden]") {
    CHECK_GOLDEN("feeds/structured-data", [](const std::string& input) {
        return nlohmann::ordered_json::parse(data_of(written_record(input))).dump(2);
    });
}

TEST_CASE("a page in English names subjects and places in English") {
    const StoredRecord record = written_record("titel: Feiten\ntype: rapport\nthema: eenzaamheid\nregio: NL");
    const auto english = nlohmann::json::parse(data_of(record, Language::english));
    CHECK(english["about"][0]["name"] == "loneliness");
    CHECK(english["spatialCoverage"][0]["name"] == "Netherlands");
    CHECK(nlohmann::json::parse(data_of(record))["spatialCoverage"][0]["name"] == "Nederland");
}

TEST_CASE("structured data is JSON that ends no script, whatever a record holds") {
    rc::prop("", [] {
        const StoredRecord record = hostile_record();
        const std::string data = data_of(record);
        RC_ASSERT(data.find('<') == std::string::npos);
        const auto object = nlohmann::json::parse(data);
        RC_ASSERT(object["@context"] == "https://schema.org");
        RC_ASSERT(object.value("name", "") == plain_line(record.title));
        for (const auto& [name, value] : object.items()) RC_ASSERT(!value.empty() && value != "");
    });
}

}  // namespace schakel
