#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "corpus/readers/metadata/dublin_core.hpp"
#include "corpus/readers/metadata/metadata_standards.hpp"
#include "corpus/readers/metadata/metadata_values.hpp"
#include "corpus/readers/xml_dispatch.hpp"
#include "corpus/record_fields.hpp"
#include "tests/corpus/reading.hpp"
#include "tests/corpus/tables_in_document.hpp"
#include "tests/golden/golden.hpp"

using namespace schakel;

namespace {

std::string oai_record(int number, std::string_view title) {
    return fmt::format(
        "<record><header><identifier>oai:{}</identifier></header>\n<metadata><dc "
        "xmlns=\"http://purl.org/dc/elements/1.1/\"><title>{}</title></dc></metadata></record>\n",
        number, title);
}

std::string oai_page(const std::string& records) {
    return "<ListRecords xmlns=\"http://www.openarchives.org/OAI/2.0/\">\n" + records + "</ListRecords>";
}

std::vector<ReadRecord> read(std::string_view xml) {
    std::vector<ReadRecord> records;
    read_xml_bytes(xml, "bron.xml", [&](ReadRecord record) { records.push_back(std::move(record)); });
    return records;
}

/// How METADATA.md shows the record field of a row.
std::string shown_field(const MetadataField& field) {
    const bool has_shown_role = field.element == "organisatie";
    return std::string{field.element} + (has_shown_role ? fmt::format(" ({})", field.role) : "");
}

}  // namespace

TEST_CASE("metadata standards in XML are read as the golden cases say", "[corpus][golden]") {
    const GoldenSubject subject = [](const std::string& input) {
        std::string text = read_and_resolve(".xml", with_bytes_decoded(input));
        if (text.ends_with('\n')) text.pop_back();
        return text;
    };
    for (const std::string_view folder : {"oai_dc", "mods", "didl", "diwoo", "owms"}) {
        INFO("standard " << folder);
        CHECK_GOLDEN(std::filesystem::path{"corpus"} / folder, subject);
    }
}

TEST_CASE("the tables of METADATA.md are those of the program", "[corpus]") {
    const auto document = tables_in_document("corpus/METADATA.md");
    for (const MetadataStandard& standard : metadata_standards()) {
        INFO("standard " << standard.name);
        std::vector<std::vector<std::string>> expected;
        for (const MetadataField& field : standard.fields())
            expected.push_back({fmt::format("`{}`", field.source), shown_field(field)});
        const auto found = document.find(std::string{standard.name});
        REQUIRE(found != document.end());
        std::vector<std::vector<std::string>> rows;
        for (const std::vector<std::string>& row : found->second) rows.push_back({row.at(0), row.at(1)});
        CHECK(rows == expected);
    }
}

TEST_CASE("every row of a standard leads to a record field, and no source has two", "[corpus]") {
    for (const MetadataStandard& standard : metadata_standards()) {
        std::set<std::string_view> sources;
        for (const MetadataField& field : standard.fields()) {
            INFO(standard.name << " " << field.source);
            CHECK(find_record_field_by_element(field.element) != nullptr);
            CHECK(sources.insert(field.source).second);
        }
    }
}

TEST_CASE("a property of Dublin Core is used, or its caller is told that it was not", "[corpus]") {
    RecordBuilder record{"bron", "r1"};
    const Text name{"naam", "name"};
    CHECK(add_dublin_core("TITLE", "Eerste", name, record));
    CHECK_FALSE(add_dublin_core("title", "Tweede", name, record));
    CHECK(add_dublin_core("rights", "", name, record));
    CHECK_FALSE(add_dublin_core("relation", "x", name, record));
    CHECK_FALSE(add_dublin_core("date", "voorjaar", name, record));
    CHECK(add_dublin_core("Issued", "2015", name, record));
    CHECK_FALSE(add_dublin_core("date", "2016-01-01", name, record));
    CHECK(add_dublin_core("date", "2015-01-01", name, record));
    CHECK(add_dublin_core("identifier", "doi:10.1000/182", name, record));
    CHECK(add_dublin_core("identifier", "http://voorbeeld.nl/1.pdf", name, record));
    const ReadRecord read_record = std::move(record).finish();
    REQUIRE(read_record.product);
    CHECK(read_record.product->foreign_values);
    CHECK(read_record.product->title == "Eerste");
    CHECK(read_record.product->date == "2015-01-01");
    CHECK(read_record.product->url == "https://doi.org/10.1000/182");
    CHECK(read_record.product->files.size() == 1);
}

TEST_CASE("dates are understood in the notations of the standards", "[corpus]") {
    const std::map<std::string, std::string> days{
        {"2015-05-29", "2015-05-29"},
        {"20150529", "2015-05-29"},
        {"2015-05-29T12:00:00Z", "2015-05-29"},
        {"2015-05-29 12:00:00", "2015-05-29"},
        {"2015-05-29/2015-06-30", "2015-05-29"},
        {"29-5-2015", "2015-05-29"},
        {"29/05/2015", "2015-05-29"},
        {"1.5.2015", "2015-05-01"},
        {"29 mei 2015", "2015-05-29"},
        {" 1 May  2015 ", "2015-05-01"},
        {"29 februari 2016", "2016-02-29"},
    };
    for (const auto& [written, day] : days) {
        INFO(written);
        const auto date = metadata_date(written);
        REQUIRE(date);
        CHECK(date->day == day);
    }
    for (const std::string year : {"2015", "2015-05", "2015/2016", " 2015 "}) {
        INFO(year);
        const auto date = metadata_date(year);
        REQUIRE(date);
        CHECK(date->day.empty());
        CHECK(date->year == 2015);
    }
    for (const std::string none : {"", "voorjaar 2015", "2015-13", "2015-02-30", "29-02-2015", "99", "0015-01-01",
                                   "20151", "29 brumaire 2015", "1-2-3", "2015-05-29x", "12345678901", "3015"}) {
        INFO(none);
        CHECK_FALSE(metadata_date(none));
    }
}

TEST_CASE("a day is the same day in every notation", "[corpus]") {
    rc::prop("notations agree", [] {
        const int year = *rc::gen::inRange(1500, 2101);
        const int month = *rc::gen::inRange(1, 13);
        const int day = *rc::gen::inRange(1, 29);
        const std::string iso = fmt::format("{}-{:02}-{:02}", year, month, day);
        for (const std::string& written :
             {iso, fmt::format("{}{:02}{:02}", year, month, day), fmt::format("{}-{}-{}", day, month, year),
              fmt::format("{:02}/{:02}/{}", day, month, year), iso + "T23:59:59+02:00"}) {
            const auto date = metadata_date(written);
            RC_ASSERT(date.has_value());
            RC_ASSERT(date->day == iso);
            RC_ASSERT(date->year == year);
        }
    });
}

TEST_CASE("languages become BCP 47 tags", "[corpus]") {
    const std::map<std::string, std::string> languages{
        {"nld", "nl"},        {"dut", "nl"},   {"nl-NL", "nl-NL"}, {"nl_NL", "nl-NL"}, {"eng", "en"}, {"fry", "fy"},
        {"Nederlands", "nl"}, {"DUTCH", "nl"}, {"ger", "de"},      {"Frysk", "fy"},    {"pap", "pap"}};
    for (const auto& [written, tag] : languages) {
        INFO(written);
        CHECK(metadata_language(written) == tag);
    }
    for (const std::string none : {"", "und", "mul", "zxx", "Klingon of zo", "n", "http://x.nl/nl"}) {
        INFO(none);
        CHECK_FALSE(metadata_language(none));
    }
}

TEST_CASE("identifiers become addresses where there is one", "[corpus]") {
    const std::map<std::string, std::string> addresses{
        {"http://dx.doi.org/10.1000/182", "https://doi.org/10.1000/182"},
        {"doi:10.1000/182", "https://doi.org/10.1000/182"},
        {"DOI: 10.1000/182", "https://doi.org/10.1000/182"},
        {"10.1000/182", "https://doi.org/10.1000/182"},
        {"info:hdl/1820/12", "https://hdl.handle.net/1820/12"},
        {"URN:NBN:NL:UI:00-1", "https://persistent-identifier.nl/urn:nbn:nl:UI:00-1"},
        {"HTTPS://voorbeeld.nl/A", "https://voorbeeld.nl/A"},
    };
    for (const auto& [identifier, address] : addresses) {
        INFO(identifier);
        CHECK(metadata_address(identifier) == address);
    }
    for (const std::string none : {"", "ISSN 1234-5678", "10.30 uur", "10.5/2", "https://", "http://a b", "ftp://x.nl",
                                   "javascript:alert(1)", "http:///x", "doi:"}) {
        INFO(none);
        CHECK_FALSE(metadata_address(none));
    }
}

TEST_CASE("the bytes of a record in a list tell whether it is known", "[corpus]") {
    const std::string page = oai_page(oai_record(1, "Een") + oai_record(2, "Twee"));
    std::set<std::uint64_t> known;
    for (const ReadRecord& record : read(page)) known.insert(record.raw_hash);
    REQUIRE(known.size() == 2);
    CHECK_FALSE(known.contains(0));

    std::vector<std::string> titles;
    const RecordSink sink{[&](ReadRecord record) { titles.push_back(record.product->title); },
                          [&](std::uint64_t raw_hash) { return known.contains(raw_hash); }};
    read_xml_bytes(oai_page(oai_record(1, "Een") + oai_record(2, "Twee, herzien")), "bron.xml", sink);
    CHECK(titles == std::vector<std::string>{"Twee, herzien"});
}

TEST_CASE("in a sitemap the address beside a document counts as part of it", "[corpus]") {
    const auto sitemap = [](std::string_view address) {
        std::string text = "<urlset xmlns:d=\"https://standaarden.overheid.nl/diwoo/metadata/\">";
        for (const std::string_view number : {"1", "2"})
            text += fmt::format(
                "<url><loc>https://voorbeeld.nl/{}{}</loc><d:Document><d:DiWoo><d:titelcollectie><d:officieleTitel>T"
                "</d:officieleTitel></d:titelcollectie></d:DiWoo></d:Document></url>",
                address, number);
        return read(text + "</urlset>");
    };
    const auto before = sitemap("a");
    const auto after = sitemap("b");
    REQUIRE((before.size() == 2 && after.size() == 2));
    CHECK(before[0].raw_hash != after[0].raw_hash);
    CHECK(before[0].raw_hash == sitemap("a")[0].raw_hash);
}

TEST_CASE("a page of very many records is read in proportion to its size", "[corpus]") {
    constexpr int records = 50'000;
    std::string page;
    for (int i = 0; i < records; ++i) page += oai_record(i, "Titel");
    const std::vector<ReadRecord> read_records = read(oai_page(page));
    REQUIRE(read_records.size() == records);
    CHECK(read_records.back().location == fmt::format("bron.xml:{}", 2 * records));
}

TEST_CASE("a record with very many values is read in proportion to its size", "[corpus]") {
    std::string values;
    for (int i = 0; i < 100'000; ++i) values += fmt::format("<x{0}>a</x{0}><title>T</title><subject>a;b</subject>", i);
    const auto records = read("<dc xmlns=\"http://purl.org/dc/elements/1.1/\">" + values + "</dc>");
    REQUIRE(records.size() == 1);
    CHECK(records.front().product->title == "T");
    REQUIRE(records.front().notices.size() == 1);
    CHECK(records.front().notices.front().nl.size() < 2000);
}

TEST_CASE("elements nested without end are refused", "[corpus]") {
    const std::string deep = "<dc xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>T</dc:title>";
    std::string open;
    std::string close;
    for (int i = 0; i < 100'000; ++i) {
        open += "<a>";
        close += "</a>";
    }
    const auto records = read(deep + open + close + "</dc>");
    REQUIRE(records.size() == 1);
    REQUIRE_FALSE(records.front().product);
    CHECK(records.front().product.error().code == ErrorCode::malformed);
}

TEST_CASE("an element with attributes without end is refused before every child looks through them", "[corpus]") {
    std::string root = "<dc xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
    std::string children;
    for (int i = 0; i < 200'000; ++i) {
        root += fmt::format(" a{}=\"\"", i);
        children += "<x:t/>";
    }
    const auto records = read(root + "><dc:title>T</dc:title>" + children + "</dc>");
    REQUIRE(records.size() == 1);
    REQUIRE_FALSE(records.front().product);
    CHECK(records.front().product.error().code == ErrorCode::malformed);
}
