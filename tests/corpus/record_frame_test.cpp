// A record is the same on both sides of the border between two processes, and nothing that arrives there is believed.
#include "corpus/isolation/record_frame.hpp"

#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "corpus/isolation/frame_stream.hpp"

using namespace schakel;

namespace {

KnowledgeProduct full_product() {
    KnowledgeProduct product;
    product.id = "a";
    product.title = "Eén";
    product.type = CodedValue{"rapport", Provenance::recognised, {"het rapport", 0.75}};
    product.regions = {{"GM0153", RegionRole::working_area, Provenance::inferred, {"in Enschede", 0.5}}, {"PV23"}};
    product.organisations = {{"m", "Movisie", OrganisationRole::self, Provenance::assigned, {"Movisie", 1}}};
    product.year = -5;
    product.status = ProductStatus::historic;
    product.relations = {{"b", RelationKind::part_of}};
    product.pages = {{3, "drie"}, {4, ""}};
    product.files = {{"https://example.nl/a.pdf", "application/pdf"}};
    product.rights = {"CC BY 4.0", false, 200};
    product.foreign_values = true;
    product.recognised_year = Recognition{"in 2015", 0.9};
    product.recognise = false;
    product.verdicts = {{"regio", "GM0153", true}};
    return product;
}

ReadRecord full_record() { return {"map/bron:7", full_product(), {{"let op", "note"}}, 0x0123456789ABCDEF}; }

rc::Gen<std::string> utf8() {
    return rc::gen::map(
        rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8)), [](const std::vector<int>& picks) {
            static const std::vector<std::string> letters{"a", "é", "\n", "ʼ", "€", "𝔸", std::string(1, '\0'), "ij "};
            std::string text;
            for (const int pick : picks) text += letters[static_cast<std::size_t>(pick)];
            return text;
        });
}

CodedValue any_value() {
    return {*utf8(), static_cast<Provenance>(*rc::gen::inRange(0, 4)), {*utf8(), *rc::gen::arbitrary<double>()}};
}

std::vector<CodedValue> any_values() {
    std::vector<CodedValue> values(*rc::gen::inRange<std::size_t>(0, 4));
    for (CodedValue& value : values) value = any_value();
    return values;
}

std::vector<std::string> any_texts() { return *rc::gen::container<std::vector<std::string>>(utf8()); }

/// Every member that is text or a list, with anything in it; the others vary in `full_product`.
KnowledgeProduct any_product() {
    KnowledgeProduct product = full_product();
    for (std::string* text :
         {&product.title, &product.kind, &product.abstract, &product.abstract_language, &product.evidence_source,
          &product.date, &product.language, &product.url, &product.url_consulted, &product.reference_date,
          &product.successor, &product.last_checked, &product.note, &product.rights.licence})
        *text = *utf8();
    for (std::vector<CodedValue>* values : {&product.themes, &product.domains, &product.audiences, &product.populations,
                                            &product.activities, &product.knowledge_kinds, &product.forms})
        *values = any_values();
    for (std::vector<std::string>* texts : {&product.authors, &product.keywords, &product.sources})
        *texts = any_texts();
    if (*rc::gen::arbitrary<bool>()) product.scale = any_value();
    if (*rc::gen::arbitrary<bool>()) product.evidence = any_value();
    if (*rc::gen::arbitrary<bool>()) product.start_year = *rc::gen::arbitrary<int>();
    if (*rc::gen::arbitrary<bool>()) product.year.reset();
    if (*rc::gen::arbitrary<bool>()) product.rights.longest_fragment.reset();
    return product;
}

}  // namespace

TEST_CASE("every member of a record arrives", "[corpus][isolation]") {
    const Result<ReadRecord> record = decode_read_record(encode_read_record(full_record()));
    REQUIRE(record);
    CHECK(record->location == "map/bron:7");
    CHECK(record->raw_hash == 0x0123456789ABCDEF);
    CHECK(record->notices.at(0).en == "note");
    const KnowledgeProduct& product = *record->product;
    CHECK(product.title == "Eén");
    CHECK(product.type->recognition.evidence == "het rapport");
    CHECK(product.type->recognition.confidence == Approx(0.75));
    CHECK(product.regions.at(0).role == RegionRole::working_area);
    CHECK(product.regions.at(0).provenance == Provenance::inferred);
    CHECK(product.regions.at(1).code == "PV23");
    CHECK(product.organisations.at(0).role == OrganisationRole::self);
    CHECK(product.organisations.at(0).name == "Movisie");
    CHECK(product.year == -5);
    CHECK_FALSE(product.start_year);
    CHECK(product.status == ProductStatus::historic);
    CHECK(product.relations.at(0).kind == RelationKind::part_of);
    CHECK(product.pages.at(0).number == 3);
    CHECK(product.pages.at(1).text.empty());
    CHECK(product.files.at(0).media_type == "application/pdf");
    CHECK(product.rights.licence == "CC BY 4.0");
    CHECK_FALSE(product.rights.show_text);
    CHECK(product.rights.longest_fragment == 200);
    CHECK(product.foreign_values);
    CHECK(product.recognised_year->evidence == "in 2015");
    CHECK_FALSE(product.recognise);
    CHECK(product.verdicts.at(0).field == "regio");
    CHECK(product.verdicts.at(0).holds);
}

TEST_CASE("an error arrives as an error", "[corpus][isolation]") {
    const ReadRecord sent{"a.pdf", fail(ErrorCode::malformed, {"stuk", "broken"}, {"herstel", "mend"}), {}};
    const Result<ReadRecord> record = decode_read_record(encode_read_record(sent));
    REQUIRE(record);
    REQUIRE_FALSE(record->product);
    CHECK(record->product.error().code == ErrorCode::malformed);
    CHECK(record->product.error().message.nl == "stuk");
    CHECK(record->product.error().hint.en == "mend");
}

TEST_CASE("a record with anything in it arrives unchanged", "[corpus][isolation][property]") {
    rc::prop("round trip", [] {
        const std::string bytes = encode_read_record({"uri", any_product(), {}, *rc::gen::arbitrary<std::uint64_t>()});
        const Result<ReadRecord> record = decode_read_record(bytes);
        RC_ASSERT(record.has_value());
        RC_ASSERT(encode_read_record(*record) == bytes);
    });
}

TEST_CASE("part of a record, or more than one, is refused", "[corpus][isolation]") {
    const std::string bytes = encode_read_record(full_record());
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_read_record(bytes.substr(0, size)));
    CHECK_FALSE(decode_read_record(bytes + '\0'));
    CHECK_FALSE(decode_read_record(bytes + bytes));
}

TEST_CASE("a record that breaks the promises of a reader is refused", "[corpus][isolation]") {
    const auto is_accepted = [](const auto& change) {
        ReadRecord record = full_record();
        change(*record.product);
        return decode_read_record(encode_read_record(record)).has_value();
    };
    CHECK(is_accepted([](KnowledgeProduct&) {}));
    CHECK(is_accepted([](KnowledgeProduct& product) { product.title.clear(); }));
    CHECK_FALSE(is_accepted([](KnowledgeProduct& product) { product.id.clear(); }));
    CHECK_FALSE(is_accepted([](KnowledgeProduct& product) {
        product.title.clear();
        product.pages.clear();
    }));
    CHECK_FALSE(is_accepted([](KnowledgeProduct& product) { product.note = "caf\xE9"; }));
    CHECK_FALSE(is_accepted([](KnowledgeProduct& product) { product.type->provenance = static_cast<Provenance>(4); }));
    CHECK_FALSE(is_accepted([](KnowledgeProduct& product) {
        product.type->recognition.confidence = std::numeric_limits<double>::quiet_NaN();
    }));
    CHECK_FALSE(is_accepted([](KnowledgeProduct& product) { product.keywords.resize(1'000'001); }));
    CHECK_FALSE(decode_read_record(encode_read_record({"a", fail(ErrorCode::malformed, {}), {}})));
}

TEST_CASE("changed bytes never do more than be refused", "[corpus][isolation][property]") {
    rc::prop("changed bytes", [] {
        std::string bytes = encode_read_record(full_record());
        const auto at = rc::gen::inRange<std::size_t>(0, bytes.size());
        for (const auto& [place, byte] : *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
                 rc::gen::pair(at, rc::gen::arbitrary<char>())))
            bytes[place] = byte;
        if (const Result<ReadRecord> record = decode_read_record(bytes))
            RC_ASSERT(encode_read_record(*record).size() == bytes.size());
    });
}

TEST_CASE("a stream falls apart into its frames, whatever the pieces", "[corpus][isolation][property]") {
    rc::prop("frames", [](const std::vector<std::string>& frames) {
        std::string stream;
        for (const std::string& frame : frames) stream += frame_head(frame.size()) + frame;
        FrameStream cut{1000};
        std::vector<std::string> found;
        const std::size_t step = *rc::gen::inRange<std::size_t>(1, 20);
        for (std::size_t at = 0; at < stream.size(); at += step) {
            cut.append(std::string_view{stream}.substr(at, step));
            while (const auto frame = cut.next()) found.emplace_back(*frame);
        }
        RC_ASSERT(found == frames);
    });
}

TEST_CASE("a frame that is too long is not waited for", "[corpus][isolation]") {
    FrameStream stream{10};
    stream.append(frame_head(10) + "0123456789" + frame_head(11));
    CHECK(stream.next() == "0123456789");
    CHECK_FALSE(stream.is_too_long());
    CHECK_FALSE(stream.next());
    CHECK(stream.is_too_long());
}
