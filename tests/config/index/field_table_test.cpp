#include "config/index/field_table.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "config/vocabulary.hpp"
#include "tests/paths.hpp"

namespace schakel {

TEST_CASE("every field is found by its id, its name and, if a facet, its column") {
    for (const Field& row : field_table) {
        INFO(row.name);
        CHECK(&field(row.id) == &row);
        CHECK(find_field(row.name) == &row);
        if (row.kind == FieldKind::facet) CHECK(&facet_field(static_cast<std::size_t>(row.column)) == &row);
    }
    CHECK(find_field("") == nullptr);
    CHECK(find_field("themas") == nullptr);  // the key in records, not the name
    CHECK(find_field("Thema") == nullptr);
}

TEST_CASE("every field has an example that starts with its name") {
    for (const Field& row : field_table) {
        INFO(row.name);
        const char sign = row.kind == FieldKind::text ? ':' : '=';
        CHECK(row.example.substr(0, row.name.size() + 1) == std::string(row.name) + sign);
        CHECK(row.example.size() > row.name.size() + 1);
    }
}

TEST_CASE("only text fields have weights") {
    for (const Field& row : field_table) {
        INFO(row.name);
        CHECK((row.weight > 0) == (row.kind == FieldKind::text));
        if (row.kind == FieldKind::text) CHECK(row.values == FieldValues::free);
    }
}

TEST_CASE("each facet with a vocabulary has one, with the example's value in it") {
    const auto vocabularies = load_vocabularies(repository_folder() / "config" / "vocabularies");
    REQUIRE(vocabularies);
    for (const Field& row : field_table) {
        if (row.values != FieldValues::vocabulary && row.values != FieldValues::names) continue;
        INFO(row.name);
        REQUIRE(vocabularies->by_name.contains(row.name));
        CHECK(vocabularies->at(row.name).find(row.example.substr(row.name.size() + 1)) != nullptr);
    }
}

}  // namespace schakel
