#include "config/index/term_sequences.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"
#include "tests/properties.hpp"

namespace schakel {
namespace {

struct Placed {
    std::string term;
    std::uint32_t position = 0;

    bool operator==(const Placed&) const = default;
    friend void showValue(const Placed& placed, std::ostream& out) { out << placed.term << '@' << placed.position; }
};

using Sequence = std::vector<Placed>;
using Document = std::array<Sequence, text_field_count>;

/// Terms that often repeat; positions rise from 1, sometimes stay, sometimes jump.
Sequence random_sequence() {
    const auto steps = *rc::gen::container<std::vector<std::pair<std::uint8_t, std::uint8_t>>>(
        rc::gen::arbitrary<std::pair<std::uint8_t, std::uint8_t>>());
    Sequence sequence;
    std::uint32_t position = 1;
    for (const auto& [word, step] : steps) {
        sequence.push_back({"woord" + std::to_string(word % 9), position});
        position += step < 20 ? 0 : step < 200 ? 1 : step * step;
    }
    return sequence;
}

/// A compound, "woord3+woord8", has its parts as terms beside itself.
std::vector<TermNumber> terms_of(const std::string& form, TermNumbers& numbers) {
    std::vector<TermNumber> terms{numbers.of(form)};
    if (const std::size_t plus = form.find('+'); plus != std::string::npos) {
        terms.push_back(numbers.of('~' + form.substr(0, plus)));
        terms.push_back(numbers.of('~' + form.substr(plus + 1)));
    }
    return terms;
}

void write_sequences(const std::filesystem::path& folder, const std::vector<Document>& documents) {
    TermSequencesWriter writer(folder);
    TermNumbers terms;
    FormNumbers forms;
    for (const Document& document : documents) {
        std::array<std::vector<PlacedForm>, text_field_count> fields;
        for (std::size_t i = 0; i < text_field_count; ++i)
            for (const Placed& placed : document[i])
                fields[i].push_back({forms.of(terms_of(placed.term, terms)), placed.position});
        REQUIRE(writer.add_document(fields));
    }
    REQUIRE(writer.finish(terms, forms, terms.sorted(), std::vector<std::uint32_t>(terms.size(), 3)));
}

/// All places of forms with one of `terms` in a field, by those terms.
Sequence places_of(const TermSequences& sequences, std::size_t document, FieldId field,
                   const std::set<std::string>& terms) {
    std::set<FormNumber> forms;
    for (const std::string& term : terms) forms.insert(sequences.forms(term).begin(), sequences.forms(term).end());
    const std::vector<FormNumber> sorted(forms.begin(), forms.end());
    Sequence found;
    const std::vector<PlacedForm> places = sequences.places(document, field, sorted).value();
    for (const PlacedForm& placed : places)
        for (const std::string& term : terms) {
            const auto having = sequences.forms(term);
            if (std::binary_search(having.begin(), having.end(), placed.form)) found.push_back({term, placed.position});
        }
    return found;
}

Sequence only(const Sequence& sequence, const std::set<std::string>& terms) {
    Sequence kept;
    std::copy_if(sequence.begin(), sequence.end(), std::back_inserter(kept),
                 [&](const Placed& placed) { return terms.contains(placed.term); });
    return kept;
}

const std::vector<Document>& sample_documents() {
    static const std::vector<Document> documents{
        {Sequence{{"zorg", 1}, {"2023-2027", 2}, {"2023", 2}, {"2027", 3}},
         {},
         {{"wijk", 1}, {"zorg", 900}},
         {{"zorg", 101}},
         {}},
        {},
    };
    return documents;
}

void check_harmless(const std::filesystem::path& folder) {
    const auto sequences = TermSequences::open(folder);
    if (!sequences) {
        CHECK(sequences.error().code == ErrorCode::index_corrupt);
        return;
    }
    sequences->forms("zorg");
    const std::vector<FormNumber> all{0, 1, 2, 3, 4, 5};
    for (std::size_t document = 0; document < sequences->documents(); ++document)
        for (std::size_t i = 0; i < text_field_count; ++i)
            if (const auto places = sequences->places(document, field_table[i].id, all); !places)
                CHECK(places.error().code == ErrorCode::index_corrupt);
}

}  // namespace

TEST_CASE("every term comes back at its place") {
    const TemporaryFolder folder;
    few_times("whatever the sequences", 30, [&] {
        std::vector<Document> documents(*rc::gen::inRange<std::size_t>(0, 5));
        for (Document& document : documents)
            for (Sequence& sequence : document) sequence = random_sequence();
        write_sequences(folder.path(), documents);
        const auto sequences = TermSequences::open(folder.path());
        RC_ASSERT(sequences.has_value());
        RC_ASSERT(sequences->documents() == documents.size());
        for (std::size_t d = 0; d < documents.size(); ++d)
            for (std::size_t i = 0; i < text_field_count; ++i)
                for (const std::set<std::string>& terms :
                     {std::set<std::string>{"woord0"}, {"woord3", "woord8"}, {"anders"}})
                    RC_ASSERT(places_of(*sequences, d, field_table[i].id, terms) == only(documents[d][i], terms));
    });
}

TEST_CASE("the terms are there in alphabetical order, from any beginning") {
    const TemporaryFolder folder;
    write_sequences(folder.path(), sample_documents());
    const auto sequences = TermSequences::open(folder.path());
    REQUIRE(sequences);
    std::vector<std::string> terms;
    for (std::size_t number = 0; number < sequences->terms(); ++number) terms.emplace_back(sequences->term_at(number));
    CHECK(std::is_sorted(terms.begin(), terms.end()));
    for (const char* beginning : {"", "2023", "2023-", "w", "zorg", "zorh"}) {
        INFO(beginning);
        const auto first = std::lower_bound(terms.begin(), terms.end(), beginning);
        CHECK(sequences->first_term_from(beginning) == static_cast<std::size_t>(first - terms.begin()));
    }
}

TEST_CASE("a reference and its first part share a position, and values lie apart") {
    const TemporaryFolder folder;
    write_sequences(folder.path(), sample_documents());
    const auto sequences = TermSequences::open(folder.path());
    REQUIRE(sequences);
    CHECK(places_of(*sequences, 0, FieldId::title, {"2023", "2023-2027", "2027", "zorg"}).size() == 4);
    CHECK(places_of(*sequences, 0, FieldId::title, {"2023"}) == Sequence{{"2023", 2}});
    CHECK(places_of(*sequences, 0, FieldId::body, {"zorg"}) == Sequence{{"zorg", 900}});
    CHECK(places_of(*sequences, 0, FieldId::subjects, {"zorg"}) == Sequence{{"zorg", 101}});
    CHECK(places_of(*sequences, 0, FieldId::names, {"zorg"}).empty());
    CHECK(places_of(*sequences, 1, FieldId::title, {"zorg"}).empty());
    CHECK(sequences->forms("zor").empty());
    CHECK(sequences->forms("zorgen").empty());
    CHECK(sequences->forms("").empty());
    CHECK(sequences->documents_with("zorg") == 3);
    CHECK(sequences->documents_with("zorgen") == 0);
}

TEST_CASE("a long document is read where it stands, between short ones") {
    const TemporaryFolder folder;
    Document book;
    for (std::uint32_t i = 1; i <= 20'000; ++i)
        book[0].push_back({i % 100 == 0 ? "wijkteam" : "woord" + std::to_string(i % 977), i});
    book[0].insert(book[0].begin() + 10'000, {"zorg", 10'000});
    book[1] = {{"zorg", 7}};
    std::vector<Document> documents(120, sample_documents().front());
    documents[60] = book;
    documents.back() = book;
    write_sequences(folder.path(), documents);
    const auto sequences = TermSequences::open(folder.path());
    REQUIRE(sequences);
    for (const std::size_t long_one : {std::size_t{60}, std::size_t{119}}) {
        CHECK(places_of(*sequences, long_one, FieldId::title, {"wijkteam"}) == only(book[0], {"wijkteam"}));
        CHECK(places_of(*sequences, long_one, FieldId::title, {"zorg"}) == Sequence{{"zorg", 10'000}});
        CHECK(places_of(*sequences, long_one, field_table[1].id, {"zorg"}) == Sequence{{"zorg", 7}});
        CHECK(places_of(*sequences, long_one, FieldId::body, {"zorg"}).empty());
        const auto few =
            sequences->read(long_one)->places(FieldId::title, sequences->forms("wijkteam"), {.most = 5, .near = 0});
        REQUIRE(few);
        CHECK(few->size() == 5);
    }
    for (const std::size_t other : {std::size_t{0}, std::size_t{59}, std::size_t{61}, std::size_t{118}})
        CHECK(places_of(*sequences, other, FieldId::body, {"zorg"}) == Sequence{{"zorg", 900}});
}

TEST_CASE("sequences of no documents are fine") {
    const TemporaryFolder folder;
    write_sequences(folder.path(), {});
    const auto sequences = TermSequences::open(folder.path());
    REQUIRE(sequences);
    CHECK(sequences->documents() == 0);
    CHECK(sequences->forms("zorg").empty());
}

TEST_CASE("damaged sequences are refused") {
    const TemporaryFolder folder;
    write_sequences(folder.path(), sample_documents());
    for (const char* name : {"terms.blocks", "terms.table"}) {
        INFO(name);
        for_each_truncation(folder.path() / name, [&](std::size_t size) {
            INFO(size << " bytes left");
            const auto sequences = TermSequences::open(folder.path());
            REQUIRE_FALSE(sequences);
            CHECK(sequences.error().code == ErrorCode::index_corrupt);
        });
        for_each_changed_byte(folder.path() / name, [&](std::size_t at) {
            INFO("byte " << at);
            check_harmless(folder.path());
        });
        const std::string whole = bytes_of(folder.path() / name);
        std::filesystem::remove(folder.path() / name);
        CHECK(TermSequences::open(folder.path()).error().code == ErrorCode::not_found);
        write_bytes(folder.path() / name, whole);
    }
}

}  // namespace schakel
