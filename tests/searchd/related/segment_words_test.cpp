#include "searchd/related/segment_words.hpp"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "tests/searchd/related/small_library.hpp"

namespace schakel {
namespace {

TEST_CASE("forms lead back to the base forms that may be shown, and to how they were written") {
    const SmallLibrary library(std::vector<SmallProduct>{
        {"Wijkteams", "Cliënten van het jeugdwijkteam praten met Marijke over 12 wijkteams."}});
    const TermSequences& sequences = library.snapshot().segments().front().files->sequences;
    const SegmentWords words(sequences, sample_installation().language);
    std::vector<FormNumber> forms;
    const auto own = sequences.read(0);
    REQUIRE(own);
    REQUIRE(own->append_first(FieldId::title, 10, forms));
    REQUIRE(own->append_first(FieldId::body, 100, forms));
    std::multimap<std::string, std::string> found;  // base form → as written
    for (const FormNumber form : forms)
        if (words.word_of(form) != SegmentWords::none)
            found.emplace(words.term(words.word_of(form)), words.written(form));
    CHECK(found == std::multimap<std::string, std::string>{{"client", "clienten"},
                                                           {"jeugdwijkteam", "jeugdwijkteam"},
                                                           {"wijkteam", "wijkteams"},
                                                           {"wijkteam", "wijkteams"}});
    CHECK(words.word_of(1'000'000) == SegmentWords::none);
}

TEST_CASE("no more is read of a field than asked for") {
    const SmallLibrary library(
        std::vector<SmallProduct>{{"Wijkteams", "De cliënten van het wijkteam praten over geld."}});
    const auto own = library.snapshot().segments().front().files->sequences.read(0);
    REQUIRE(own);
    std::vector<FormNumber> forms;
    REQUIRE(own->append_first(FieldId::body, 3, forms));
    CHECK(forms.size() == 3);
    REQUIRE(own->append_first(FieldId::body, 100, forms));
    CHECK(forms.size() == 3 + 8);
    REQUIRE(own->append_first(FieldId::names, 100, forms));
    CHECK(forms.size() == 3 + 8);
}

}  // namespace
}  // namespace schakel
