// The checker of schemas has to find what is wrong: one that finds nothing would let every answer pass.
#include "tests/end_to_end/json_schema.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

using Json = nlohmann::ordered_json;

const Json document = Json::parse(R"({"components": {"schemas": {
    "Boom": {"type": "object", "required": ["naam"], "properties": {
        "naam": {"type": "string", "description": "Naam.", "example": "eik"},
        "takken": {"type": "array", "items": {"$ref": "#/components/schemas/Boom"}}}}}}})");

struct Violation {
    const char* schema;
    const char* value;
    const char* problem;
};

std::vector<std::string> problems(const char* value, const char* schema) {
    return SchemaCheck(document).problems(Json::parse(value), Json::parse(schema));
}

}  // namespace

TEST_CASE("each keyword of a schema finds what breaks it") {
    const Violation violation = GENERATE(values<Violation>({
        {R"({"type": "string"})", "3", "3 is no string"},
        {R"({"type": "string"})", "null", "null is no string"},
        {R"({"type": "integer"})", "3.5", "3.5 is no integer"},
        {R"({"type": "number"})", "\"3\"", "\"3\" is no number"},
        {R"({"type": "boolean"})", "0", "0 is no boolean"},
        {R"({"type": "array"})", "{}", "{} is no array"},
        {R"({"type": "object"})", "[]", "[] is no object"},
        {R"({"type": "iets"})", "1", "1 is no iets"},
        {R"({"enum": ["a", "b"]})", "\"c\"", "\"c\" is none of [\"a\",\"b\"]"},
        {R"({"minimum": 1})", "0", "0 is less than 1"},
        {R"({"maximum": 1})", "1.5", "1.5 is more than 1"},
        {R"({"minLength": 1})", "\"\"", "\"\" is shorter than 1"},
        {R"({"maxLength": 2})", "\"één\"", "\"één\" is longer than 2"},
        {R"({"pattern": "^[a-z]+$"})", "\"A\"", "\"A\" does not look like ^[a-z]+$"},
        {R"({"format": "date"})", "\"2015-02-30\"", "\"2015-02-30\" is no date"},
        {R"({"format": "uri"})", "\"www.example.org\"", "\"www.example.org\" is no uri"},
        {R"({"format": "kleur"})", "\"rood\"", "\"rood\" is no kleur"},
        {R"({"items": {"type": "string"}})", "[\"a\", 1]", "1: 1 is no string"},
        {R"({"properties": {"a": {"type": "string"}}})", R"({"a": 1})", "a: 1 is no string"},
        {R"({"properties": {}})", R"({"a": 1})", "a is not described"},
        {R"({"required": ["a"]})", "{}", "a is missing"},
        {R"({"nullable": true})", "1", "the keyword nullable is not known here"},
        {R"({"$ref": "#/components/schemas/Boom"})", R"({"naam": "eik", "takken": [{"naam": "tak", "takken": [{}]}]})",
         "takken.0.takken.0: naam is missing"},
    }));
    INFO(violation.schema << " and " << violation.value);
    CHECK(problems(violation.value, violation.schema) == std::vector<std::string>{violation.problem});
}

TEST_CASE("what obeys its schema has no problems") {
    CHECK(problems(R"({"naam": "eik", "takken": []})", R"({"$ref": "#/components/schemas/Boom"})").empty());
    CHECK(problems("\"één\"", R"({"type": "string", "minLength": 3, "maxLength": 3, "pattern": "n$"})").empty());
    CHECK(problems("2", R"({"type": "number", "minimum": 2, "maximum": 2, "enum": [1, 2]})").empty());
    CHECK(problems("\"2016-02-29\"", R"({"type": "string", "format": "date"})").empty());
    CHECK(problems("\"urn:schakel:fout:io\"", R"({"type": "string", "format": "uri"})").empty());
}

TEST_CASE("the fields that values had are kept beside those that are described") {
    SchemaCheck check(document);
    CHECK(check.described() == std::set<std::string>{"Boom.naam", "Boom.takken"});
    CHECK(check.problems(Json{{"naam", "eik"}}, Json{{"$ref", "#/components/schemas/Boom"}}).empty());
    CHECK(check.seen() == std::set<std::string>{"Boom.naam"});
}
