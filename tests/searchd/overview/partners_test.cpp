#include "searchd/overview/partners.hpp"

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("a role stands in the kind or among the keywords, however it is written") {
    StoredRecord record;
    CHECK_FALSE(role_of(record));
    record.kind = "regionaal Schakelpunt";
    CHECK(role_of(record) == PartnerRole::contact_point);
    record.kind = "hogeschool";
    CHECK_FALSE(role_of(record));
    record.keywords = {"onderzoek", "KENNISMAKELAAR"};
    CHECK(role_of(record) == PartnerRole::knowledge_broker);
    record.kind = "consultfunctie";
    record.keywords.clear();
    CHECK(role_of(record) == PartnerRole::consultation);
}

TEST_CASE("an entry is about the organisation that is itself, and not about who takes part") {
    StoredRecord record;
    CHECK(own_organisation(record).empty());
    record.of(FieldId::organisation) = {{"saxion", "", "deelnemer", ""}, {"movisie", "", "zelf", ""}};
    CHECK(own_organisation(record) == "movisie");
    record.of(FieldId::organisation).pop_back();
    CHECK(own_organisation(record).empty());
}

}  // namespace schakel
