#include "searchd/query_log/personal_text.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/paths.hpp"

namespace schakel {
namespace {

const PersonalText& personal() {
    static const PersonalText loaded = *PersonalText::load(repository_folder() / "config" / "recognition");
    return loaded;
}

TEST_CASE("what may say who somebody is, is recognised") {
    for (const char* typed : {
             "stuur naar jan@voorbeeld.example",  // an e-mail address
             "06-12345678",                       // telephone numbers
             "(053) 489 12 34",
             "+31 6 12 34 56 78",
             "bsn 123456782",  // burgerservicenummers
             "1234.56.782",
             "NL91 ABNA 0417 1643 00",  // the digits of an account number
             "７８９１２３４５６",      // wide digits
             "1234 AB 12",              // a postcode with a house number
             "1234ab 12",
             "jan jansen",  // a first name with something behind it
             "Jan van Buren",
             "zorg voor Piet de Vries",
             "marijke's moeder, Marijke Smit",
         }) {
        INFO(typed);
        CHECK(personal().is_in(typed));
    }
    CHECK(personal().is_in(std::string(101, 'a')));
}

TEST_CASE("ordinary questions are none of that") {
    for (const char* typed : {
             "wijkteams",
             "wmo 2015",
             "2023-2027",
             "jeugdzorg 2015 en 2016",
             "2009-2015 2016-2020",
             "0-4 jaar",
             "artikel 2.3.2 Wmo 2015",
             "G40",
             "3:40",
             "1 op 1",
             "@",
             "zorg @ wijk",
             "100.000 woningen",
             "Den Haag",
             "wat werkt waar",
             "12345 AB",
             "",
         }) {
        INFO(typed);
        CHECK_FALSE(personal().is_in(typed));
    }
    CHECK_FALSE(personal().is_in(std::string(100, 'a')));
    CHECK_FALSE(personal().is_in("eenz\xc3\xa1" + std::string(95, 'e')));  // counted in characters
}

TEST_CASE("without a list of names only forms are recognised") {
    CHECK_FALSE(PersonalText().is_in("jan jansen"));
    CHECK(PersonalText().is_in("06-12345678"));
    CHECK(PersonalText::load("/bestaat/niet").error().code == ErrorCode::not_found);
}

TEST_CASE("any bytes are judged, and a number among them is found") {
    rc::prop("a telephone number behind anything",
             [](const std::string& bytes) { RC_ASSERT(personal().is_in(bytes + "x 0612345678")); });
}

}  // namespace
}  // namespace schakel
