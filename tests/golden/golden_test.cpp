#include "tests/golden/golden.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "tests/paths.hpp"

namespace {

using schakel::GoldenFile;
using schakel::GoldenMode;
using schakel::GoldenReport;
using schakel::parse_golden;
using schakel::render_golden;
using schakel::run_golden;
using schakel::TemporaryFolder;

constexpr const char* two_cases =
    "# About these cases.\n"
    "\n"
    "### first\n"
    "# It shows the form.\n"
    "# In two lines.\n"
    "<<<\n"
    "gemeente\n"
    "wijk\n"
    ">>>\n"
    "GEMEENTE\n"
    "WIJK\n"
    "\n"
    "### second\n"
    "# Nothing in, nothing out.\n"
    "<<<\n"
    ">>>\n";

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

void write(const TemporaryFolder& folder, const std::string& text) {
    std::ofstream{folder.path() / "cases.txt", std::ios::binary} << text;
}

std::string read(const TemporaryFolder& folder) {
    std::ifstream stream{folder.path() / "cases.txt", std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

GoldenReport run(const std::string& text, const schakel::GoldenSubject& subject) {
    const TemporaryFolder folder;
    write(folder, text);
    return run_golden(folder.path(), subject, GoldenMode::check);
}

}  // namespace

TEST_CASE("a golden file is read in parts") {
    const GoldenFile file = parse_golden(two_cases);
    CHECK(file.errors.empty());
    CHECK(file.introduction == std::vector<std::string>{"About these cases."});
    REQUIRE(file.cases.size() == 2);
    CHECK(file.cases[0].name == "first");
    CHECK(file.cases[0].reason == std::vector<std::string>{"It shows the form.", "In two lines."});
    CHECK(file.cases[0].input == "gemeente\nwijk");
    CHECK(file.cases[0].expected == "GEMEENTE\nWIJK");
    CHECK(file.cases[0].line == 3);
    CHECK(file.cases[0].expected_line == 10);
    CHECK(file.cases[1].input.empty());
    CHECK(file.cases[1].expected.empty());
}

TEST_CASE("rendering what was read gives the same text") { CHECK(render_golden(parse_golden(two_cases)) == two_cases); }

TEST_CASE("content that looks like a marker survives with a backslash") {
    GoldenFile file = parse_golden(two_cases);
    file.cases[0].input = "### heading\n>>>\n\\<<<\n\\plain\n";
    file.cases[0].expected = "<<<\n\nx";
    const std::string text = render_golden(file);
    const GoldenFile again = parse_golden(text);
    CHECK(again.errors.empty());
    REQUIRE(again.cases.size() == 2);
    CHECK(again.cases[0].input == file.cases[0].input);
    CHECK(again.cases[0].expected == file.cases[0].expected);
    CHECK(render_golden(again) == text);
}

TEST_CASE("a case without a reason is an error that names its line") {
    const GoldenFile file = parse_golden("### bare\n<<<\na\n>>>\nA\n");
    CHECK(file.cases.empty());
    REQUIRE(file.errors.size() == 1);
    CHECK(file.errors[0] == "2: a case needs a reason: # why it exists, below its name");
}

TEST_CASE("a malformed case is an error and the cases around it are still read") {
    const GoldenFile file = parse_golden(
        "### no parts\n# Why.\nwords\n\n### sound\n# Why.\n<<<\na\n>>>\nA\n\n"
        "### no output\n# Why.\n<<<\na\n\n###\n# No name.\n<<<\n>>>\n");
    REQUIRE(file.cases.size() == 1);
    CHECK(file.cases[0].name == "sound");
    REQUIRE(file.errors.size() == 3);
    CHECK(file.errors[0] == "3: expected a line <<<");
    CHECK(file.errors[1] == "17: expected a line >>>");
    CHECK(file.errors[2] == "17: a case needs a name: ### short name");
}

TEST_CASE("text above the first case must be a comment") {
    CHECK(parse_golden("loose words\n").errors ==
          std::vector<std::string>{"1: only comment lines (#) may stand above the first case"});
}

TEST_CASE("a subject that gives what is expected passes") {
    const GoldenReport report = run(two_cases, upper);
    CHECK(report.cases == 2);
    CHECK(report.failures.empty());
}

TEST_CASE("a difference fails and names file, line and reason") {
    const GoldenReport report = run(two_cases, [](const std::string& input) {
        return input.empty() ? std::string{} : std::string{"GEMEENTE\nBUURT"};
    });
    CHECK(report.cases == 2);
    REQUIRE(report.failures.size() == 1);
    CHECK_THAT(report.failures[0], Catch::Contains("cases.txt:11: first\n# It shows the form.\nIn two lines.\n"
                                                   "  GEMEENTE\n- WIJK\n+ BUURT\n"));
}

TEST_CASE("an exception of the subject fails its case only") {
    const GoldenReport report = run(two_cases, [](const std::string& input) -> std::string {
        if (!input.empty()) throw std::runtime_error("out of words");
        return "";
    });
    CHECK(report.cases == 2);
    REQUIRE(report.failures.size() == 1);
    CHECK_THAT(report.failures[0], Catch::EndsWith("cases.txt:3: first\nthrew an exception: out of words"));
}

TEST_CASE("no files, no folder and no cases are failures") {
    const TemporaryFolder folder;
    CHECK(run_golden(folder.path(), upper, GoldenMode::check).failures.size() == 1);
    CHECK(run_golden(folder.path() / "absent", upper, GoldenMode::check).failures.size() == 1);
    write(folder, "# only a comment\n");
    CHECK(run_golden(folder.path(), upper, GoldenMode::check).failures.size() == 1);
}

TEST_CASE("approving rewrites expected text and keeps comments") {
    const TemporaryFolder folder;
    std::string outdated = two_cases;
    outdated.replace(outdated.find("WIJK"), 4, "BUURT\nSTRAAT");
    write(folder, outdated);
    const GoldenReport report = run_golden(folder.path(), upper, GoldenMode::approve);
    CHECK(report.failures.empty());
    CHECK(report.approved.size() == 1);
    CHECK(read(folder) == two_cases);
    CHECK(run_golden(folder.path(), upper, GoldenMode::approve).approved.empty());
}

TEST_CASE("approving never rewrites a faulty file") {
    const TemporaryFolder folder;
    const std::string faulty = std::string{two_cases} + "### bare\n<<<\na\n>>>\nX\n";
    write(folder, faulty);
    const GoldenReport report =
        run_golden(folder.path(), [](const std::string&) { return "other"; }, GoldenMode::approve);
    CHECK(report.failures.size() == 1);
    CHECK(report.approved.empty());
    CHECK(read(folder) == faulty);
}

TEST_CASE("a line difference keeps what both sides share") {
    CHECK(schakel::line_difference("a\nb\nc", "a\nc\nd") == "  a\n- b\n  c\n+ d\n");
    CHECK(schakel::line_difference("", "a") == "+ a\n");
    CHECK(schakel::line_difference("a", "") == "- a\n");
}
