#include "searchd/exports/search_in_words.hpp"

#include <catch2/catch.hpp>

#include "searchd/request/request_parser.hpp"
#include "tests/searchd/exports/small_site.hpp"

namespace schakel {

TEST_CASE("a search in words") {
    const SmallSite site(8);
    const auto snapshot = site.index().snapshot();
    const auto words = [&](const std::string& query, Language language = Language::dutch) {
        const auto asked = parse_search_request(parse_parameters(query), sample_installation(), *snapshot);
        return search_in_words(asked.value(), Labels(sample_installation(), language), *snapshot);
    };
    CHECK(words("").empty());
    CHECK(words("zoek=wmo") == "wmo");
    CHECK(words("zoek=+wmo%0Ajeugd+") == "wmo jeugd");
    CHECK(words("zoek=wmo&thema=mantelzorg&thema=eenzaamheid&jaarVan=2015") ==
          "wmo, thema mantelzorg of eenzaamheid, vanaf 2015");
    CHECK(words("regio=PV23&voorWie=professionals") ==
          "regio Overijssel (provincie), voor wie professionals in zorg en ondersteuning");
    CHECK(words("jaarVan=2015&jaarTotEnMet=2017") == "2015 tot en met 2017");
    CHECK(words("jaarTotEnMet=2017&overstijgend=domein") == "tot en met 2017, domeinoverstijgend");
    CHECK(words("organisatie=club-voor-de-buurt") == "organisatie Club voor de buurt");
    CHECK(words("jaar=2010&jaar=2011&jaar=2012&jaar=2013&jaar=2014&jaar=2015&jaar=2016") ==
          "jaar 2010, 2011, 2012, 2013, 2014 of nog 2 andere");
    CHECK(words("zoek=wmo&thema=mantelzorg&thema=eenzaamheid&jaarVan=2015", Language::english) ==
          "wmo, theme unpaid care or loneliness, from 2015");
    CHECK(words("jaarVan=2015&jaarTotEnMet=2017&overstijgend=sector", Language::english) ==
          "2015 to 2017, across sectors");
    CHECK(words("jaar=2010&jaar=2011&jaar=2012&jaar=2013&jaar=2014&jaar=2015&jaar=2016", Language::english) ==
          "year 2010, 2011, 2012, 2013, 2014 or 2 others");
    CHECK(words("zoek=" + std::string(900, 'a') + "+b").size() < 250);
}

}  // namespace schakel
