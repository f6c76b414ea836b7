#include <string>

#include <catch2/catch.hpp>

#include "corpus/language_tag.hpp"
#include "tests/corpus/reading.hpp"

using namespace schakel;

namespace {

KnowledgeProduct record_with_id(std::string id) {
    KnowledgeProduct product;
    product.id = std::move(id);
    product.title = "T";
    return product;
}

}  // namespace

TEST_CASE("an id may have 200 bytes and no control characters", "[corpus][resolver]") {
    KnowledgeProduct fits = record_with_id(std::string(200, 'a'));
    CHECK(real_resolver().resolve(fits));
    KnowledgeProduct too_long = record_with_id(std::string(201, 'a'));
    CHECK(real_resolver().resolve(too_long).error().code == ErrorCode::malformed);
    KnowledgeProduct broken = record_with_id("a\nb");
    CHECK(real_resolver().resolve(broken).error().code == ErrorCode::malformed);
}

TEST_CASE("messages come in both languages, with every problem on a line of its own", "[corpus][resolver]") {
    KnowledgeProduct product = record_with_id("a");
    product.year = 99;
    product.language = "Frysk taal";
    const Result<void> result = real_resolver().resolve(product);
    REQUIRE_FALSE(result);
    CHECK(result.error().message.en ==
          "jaar: “99” is no year of a knowledge product (a year is from 1500 to 2100)\n"
          "taal: “Frysk taal” is no language tag (write nl, en, fy or another tag of BCP 47)");
    CHECK(result.error().message.nl ==
          "jaar: “99” is geen jaar van een kennisproduct (een jaar ligt van 1500 tot en met 2100)\n"
          "taal: “Frysk taal” is geen taalcode (schrijf nl, en, fy of een andere code van BCP 47)");
}

TEST_CASE("resolving twice changes nothing more", "[corpus][resolver]") {
    KnowledgeProduct product = record_with_id("a");
    product.themes = {{"Eenzaamheid"}, {"eenzaamheid", Provenance::inferred}};
    product.regions = {{"Den Bosch"}};
    product.organisations = {{"Een onbekende organisatie", ""}, {"Movisie", ""}};
    REQUIRE(real_resolver().resolve(product));
    KnowledgeProduct again = product;
    REQUIRE(real_resolver().resolve(again));
    CHECK(again.themes.size() == 1);
    CHECK(again.themes[0].code == product.themes[0].code);
    CHECK(again.regions[0].code == "GM0796");
    CHECK(again.organisations[0].code == "een-onbekende-organisatie");
    CHECK(again.organisations[0].name == "Een onbekende organisatie");
    CHECK(again.organisations[1].name == product.organisations[1].name);
}

TEST_CASE("addresses", "[corpus][resolver]") {
    const auto accepts = [](const std::string& url) {
        KnowledgeProduct product = record_with_id("a");
        product.url = url;
        return real_resolver().resolve(product).has_value();
    };
    for (const char* good :
         {"https://voorbeeld.example", "http://voorbeeld.example/a?b=c#d", "HTTPS://VOORBEELD.EXAMPLE"})
        CHECK(accepts(good));
    for (const char* bad : {"https://", "https:///pad", "ftp://voorbeeld.example", "voorbeeld.example", "https://a b",
                            "javascript:alert(1)", "https://a\"onclick", "//voorbeeld.example"})
        CHECK_FALSE(accepts(bad));
}

TEST_CASE("language tags", "[corpus][resolver]") {
    CHECK(language_tag("NL") == "nl");
    CHECK(language_tag("fy-nl") == "fy-NL");
    CHECK(language_tag("nds-nl") == "nds-NL");
    CHECK(language_tag("sr-latn-rs") == "sr-Latn-RS");
    for (const char* bad : {"", "n", "nederlands", "nl_NL", "nl-", "-nl", "nl--be", "12", "nl-abcdefghi"})
        CHECK_FALSE(language_tag(bad));
}
