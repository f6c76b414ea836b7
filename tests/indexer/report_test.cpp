#include "indexer/report.hpp"

#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/golden/golden.hpp"

namespace schakel {
namespace {

ErrorCode code_named(std::string_view name) {
    for (const ErrorRow& row : error_table())
        if (row.name == name) return row.code;
    throw std::runtime_error("no error code " + std::string(name));
}

Stage stage_named(std::string_view name) {
    if (name == "walk") return Stage::walk;
    return name == "read" ? Stage::read : Stage::resolve;
}

std::vector<std::string> parts_of(const std::string& line) {
    std::vector<std::string> parts;
    std::istringstream stream(line);
    for (std::string part; std::getline(stream, part, '|');) {
        for (auto at = part.find("\\n"); at != std::string::npos; at = part.find("\\n", at + 1))
            part.replace(at, 2, "\n");
        parts.push_back(part);
    }
    parts.resize(6);
    return parts;
}

/// A report described by lines `key value`; parts of a value are separated by `|`, \n is a line end:
/// `skipped location|stage|code|message|hint`, `notice location|text`. Messages are the same in both languages.
struct ReportScript {
    RunReport report;
    std::size_t most_listed = 50;

    explicit ReportScript(const std::string& input) {
        std::istringstream lines(input);
        for (std::string key, value; lines >> key && std::getline(lines >> std::ws, value);) take(key, value);
    }

    void take(const std::string& key, const std::string& value) {
        const auto parts = parts_of(value);
        if (key == "files")
            report.files = std::stoull(value);
        else if (key == "records")
            report.records = std::stoull(value);
        else if (key == "bytes")
            report.bytes = std::stoull(value);
        else if (key == "generation")
            report.generation = static_cast<std::uint32_t>(std::stoul(value));
        else if (key == "products")
            report.products = std::stoull(value);
        else if (key == "words")
            report.words = std::stoull(value);
        else if (key == "seconds")
            report.seconds = std::stod(value);
        else if (key == "most")
            most_listed = std::stoull(value);
        else if (key == "notice")
            report.notices.push_back({parts[0], {parts[1], parts[1]}});
        else if (key == "skipped")
            report.skipped.push_back(
                {parts[0], stage_named(parts[1]), {code_named(parts[2]), {parts[3], parts[3]}, {parts[4], parts[4]}}});
        else
            throw std::runtime_error("unknown key " + key);
    }
};

std::string report_text(const std::string& input) {
    const ReportScript script(input);
    return to_text(script.report, Language::dutch, script.most_listed) + "--- en\n" +
           to_text(script.report, Language::english, script.most_listed);
}

}  // namespace

TEST_CASE("a curator reads what happened", "[golden]") { CHECK_GOLDEN("report", report_text); }

TEST_CASE("a program reads everything that happened") {
    const ReportScript script(
        "files 2\nrecords 5\nbytes 1000\nseconds 0.5\nmost 1\n"
        "skipped a.xml|read|malformed|Regel 1\\nregel 2|Verbeter het\n"
        "skipped b.xml:3|resolve|unknown_value|Onbekend|\n"
        "notice a.xml|Niet gebruikt\n");
    auto json = nlohmann::json::parse(to_json(script.report));
    CHECK(json["bestanden"] == 2);
    CHECK(json["records"] == 5);
    CHECK(json["bytes"] == 1000);
    CHECK_FALSE(json.contains("generatie"));
    CHECK_FALSE(json.contains("producten"));
    REQUIRE(json["overgeslagen"].size() == 2);
    CHECK(json["overgeslagen"][0] == nlohmann::json{{"waar", "a.xml"},
                                                    {"stap", "lezen"},
                                                    {"code", "malformed"},
                                                    {"melding", "Regel 1\nregel 2"},
                                                    {"advies", "Verbeter het"},
                                                    {"adres", ""}});
    CHECK(json["overgeslagen"][1]["stap"] == "controleren");
    CHECK(json["letOp"] == nlohmann::json::array({{{"waar", "a.xml"}, {"melding", "Niet gebruikt"}}}));

    RunReport published = script.report;
    published.generation = 7;
    published.products = 3;
    published.words = 90;
    json = nlohmann::json::parse(to_json(published));
    CHECK(json["generatie"] == 7);
    CHECK(json["producten"] == 3);
    CHECK(json["woorden"] == 90);
}

TEST_CASE("a report with text that is no UTF-8 is still JSON") {
    RunReport report;
    report.skipped.push_back({"map/\xE9.xml", Stage::walk, {ErrorCode::invalid_utf8, {"Naam \xE9", "Name \xE9"}, {}}});
    CHECK(nlohmann::json::parse(to_json(report))["overgeslagen"].size() == 1);
}

}  // namespace schakel
