#include "config/index/stored_record.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

/// A record in which nothing is left out.
StoredRecord full_record() {
    StoredRecord record;
    record.id = "rapport-1";
    record.title = "Samen leven in de wijk – cliënten aan het woord";
    record.kind = "Wmo-werkplaatsen";
    record.abstract = "Wat “samen” betekent.";
    record.abstract_language = "en";
    for (std::size_t column = 0; column < facet_count; ++column)
        record.values[column] = {{"code-1", "", "", "", "", 0},
                                 {"code-2", "Een naam", "uitgever", "afgeleid", "in de wijk", 80}};
    record.authors = {"M. Stam", "D. Jansen"};
    record.keywords = {"wijkteam"};
    record.evidence_source = "databank";
    record.year = 2015;
    record.date = "2015-05-29";
    record.start_year = 2009;
    record.url = "https://example.org/a?b=c";
    record.url_consulted = "2015-05-04";
    record.sources = {"Een bron", "Een tweede bron"};
    record.reference_date = "2015-05-12";
    record.status = "historisch";
    record.successor = "rapport-2";
    record.last_checked = "2026-01-01";
    record.relations = {{"netwerk-1", "zelfdeOrganisatie"}, {"netwerk-2", "zieOok"}};
    record.note = "Let op.";
    record.files = {{"https://example.org/a.pdf", "application/pdf"}, {"", "text/html"}};
    record.licence = "CC BY 4.0";
    record.show_text = false;
    record.longest_fragment = 200;
    record.pages = 70'000;
    record.changed = "2026-01-01T12:00:00Z";
    return record;
}

auto fields_of(const StoredValue& value) {
    return std::tie(value.code, value.label, value.role, value.provenance, value.evidence, value.confidence);
}
auto fields_of(const StoredFile& file) { return std::tie(file.url, file.media_type); }
auto fields_of(const StoredRelation& relation) { return std::tie(relation.id, relation.kind); }

auto fields_of(const StoredRecord& r) {
    return std::tie(r.id, r.title, r.kind, r.abstract, r.abstract_language, r.authors, r.keywords, r.evidence_source,
                    r.year, r.date, r.start_year, r.url, r.url_consulted, r.sources, r.reference_date, r.status,
                    r.successor, r.last_checked, r.note, r.licence, r.show_text, r.longest_fragment, r.pages,
                    r.changed);
}

template <class Part>
bool same_parts(const std::vector<Part>& a, const std::vector<Part>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Part& x, const Part& y) { return fields_of(x) == fields_of(y); });
}

bool same(const StoredRecord& a, const StoredRecord& b) {
    for (std::size_t column = 0; column < facet_count; ++column)
        if (!same_parts(a.values[column], b.values[column])) return false;
    return fields_of(a) == fields_of(b) && same_parts(a.relations, b.relations) && same_parts(a.files, b.files);
}

void check_harmless(std::string_view bytes) {
    if (const auto record = decode_record(bytes); !record) CHECK(record.error().code == ErrorCode::index_corrupt);
}

}  // namespace

TEST_CASE("a record with every field comes back as it was") {
    const StoredRecord record = full_record();
    const auto found = decode_record(encode_record(record));
    REQUIRE(found);
    CHECK(same(*found, record));
    StoredRecord other = record;
    other.values[3][1].role = "maker";
    CHECK_FALSE(same(*found, other));
}

TEST_CASE("what is not known stays unknown") {
    StoredRecord record;
    record.id = "a";
    const std::string bytes = encode_record(record);
    CHECK(bytes.size() == 6);  // a map of one pair: nothing is stored for what is absent
    const auto found = decode_record(bytes);
    REQUIRE(found);
    CHECK(same(*found, record));
}

TEST_CASE("texts come back byte for byte") {
    rc::prop("whatever they hold",
             [](const std::string& title, const std::vector<std::string>& authors, std::int16_t year) {
                 StoredRecord record;
                 record.title = title;
                 record.authors = authors;
                 record.year = year;
                 RC_ASSERT(same(decode_record(encode_record(record)).value(), record));
             });
}

TEST_CASE("a damaged record is refused, never a crash") {
    const std::string bytes = encode_record(full_record());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto record = decode_record(std::string_view(bytes).substr(0, size));
        REQUIRE_FALSE(record);
        CHECK(record.error().code == ErrorCode::index_corrupt);
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(~changed[at]);
        check_harmless(changed);
    }
    rc::prop("random bytes", [](const std::string& garbage) { check_harmless(garbage); });
}

TEST_CASE("what a later version stores besides is passed over") {
    // nieuws: [{a: 1.0 in half precision}, a tag with -1], id: x, facetten: {wereld: []}
    const std::string bytes = std::string("\xA3\x66") + "nieuws" + "\x82\xA1\x61" + "a" +
                              std::string("\xF9\x3C\x00", 3) + "\xC0\x20" + "\x62" + "id" + "\x61" + "x" + "\x68" +
                              "facetten" + "\xA1\x66" + "wereld" + "\x80";
    const auto record = decode_record(bytes);
    REQUIRE(record);
    CHECK(record->id == "x");
}

TEST_CASE("CBOR that is no record is refused") {
    CHECK_FALSE(
        decode_record("\x61"
                      "a"));             // a text
    CHECK_FALSE(decode_record("\x80"));  // an empty list
    CHECK_FALSE(
        decode_record("\xA1\x62"
                      "id\x01"));  // the id is a number
    CHECK_FALSE(
        decode_record("\xA1\x68"
                      "facetten\x01"));  // the facets are a number
    CHECK_FALSE(
        decode_record("\xA1\x67"
                      "auteurs\x61"
                      "x"));  // a single author, not in a list
    CHECK_FALSE(
        decode_record("\xA1\x67"
                      "verwant\x81\xA0"));  // a relation without id
}

}  // namespace schakel
