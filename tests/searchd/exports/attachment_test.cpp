#include "searchd/exports/attachment.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/searchd/exports/hostile_text.hpp"

namespace schakel {

TEST_CASE("a file is named after what is in it") {
    CHECK(
        attachment("Schakel wmo, thema jeugd", "csv").second ==
        "attachment; filename=\"schakel-wmo-thema-jeugd.csv\"; filename*=UTF-8''Schakel%20wmo%2C%20thema%20jeugd.csv");
    CHECK(attachment("Súdwest", "ris").second ==
          "attachment; filename=\"sudwest.ris\"; filename*=UTF-8''S%C3%BAdwest.ris");
    CHECK(attachment("../../etc", "bib").second == "attachment; filename=\"etc.bib\"; filename*=UTF-8''etc.bib");
    CHECK(attachment("", "csv").second == "attachment; filename=\"schakel.csv\"; filename*=UTF-8''schakel.csv");
}

TEST_CASE("a name never leaves its header") {
    rc::prop("it is short ASCII without a quote or a line end of its own", [] {
        std::string words;
        for (int i = 0; i < 30; ++i) words += hostile_text();
        const std::string value = attachment(words, "csv").second;
        RC_ASSERT(value.size() < 450u);
        RC_ASSERT(std::count(value.begin(), value.end(), '"') == 2);
        RC_ASSERT(std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7F; }));
    });
}

}  // namespace schakel
