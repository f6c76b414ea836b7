// Precision and recall of regions over passages that people judged. A passage may fail; too many may not.
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "config/file.hpp"
#include "tests/analyzers/recognition/shipped_recogniser.hpp"
#include "tests/golden/golden.hpp"

using namespace schakel;

namespace {

constexpr double least_precision = 0.95;
constexpr double least_recall = 0.85;
constexpr std::string_view allowed_mark = "mag: ";

/// The regions that a passage is about, and those that may be recognised besides.
struct Judgement {
    std::set<std::string> about;
    std::set<std::string> allowed;
};

struct Counts {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t missed = 0;

    double precision() const { return static_cast<double>(right) / static_cast<double>(right + wrong); }
    double recall() const { return static_cast<double>(right) / static_cast<double>(right + missed); }
};

/// The code of a line `GM0363 Amsterdam`, which must name the region rightly.
std::string code_on(const std::string& line) {
    const std::string code = line.substr(0, line.find(' '));
    const Region* region = shipped_regions().find(code);
    INFO(line);
    REQUIRE(region);
    CHECK(line == code + " " + region->name);
    return code;
}

Judgement judgement_of(const GoldenCase& passage) {
    Judgement judgement;
    std::istringstream lines(passage.expected);
    for (std::string line; std::getline(lines, line);) {
        if (line == "geen") continue;
        if (line.starts_with(allowed_mark))
            judgement.allowed.insert(code_on(line.substr(allowed_mark.size())));
        else
            judgement.about.insert(code_on(line));
    }
    return judgement;
}

Counts count(const GoldenCase& passage) {
    const Judgement judgement = judgement_of(passage);
    std::set<std::string> found;
    for (const RecognisedValue& region : recognise(read_product(passage.input)).regions) found.insert(region.code);
    Counts counts;
    for (const std::string& code : found) {
        counts.right += judgement.about.contains(code) ? 1U : 0U;
        counts.wrong += judgement.about.contains(code) || judgement.allowed.contains(code) ? 0U : 1U;
    }
    for (const std::string& code : judgement.about) counts.missed += found.contains(code) ? 0U : 1U;
    if (counts.wrong + counts.missed > 0)
        WARN(passage.input << "\n  judged otherwise; recognised: " << fmt::format("{}", fmt::join(found, " ")));
    return counts;
}

Counts count_file(const std::string& name) {
    const auto text = read_file(golden_folder() / "recognition/passages" / name);
    REQUIRE(text);
    const GoldenFile file = parse_golden(*text);
    CHECK(file.errors.empty());
    CHECK(file.cases.size() >= 60);
    Counts all;
    for (const GoldenCase& passage : file.cases) {
        CHECK_FALSE(passage.reason.empty());
        const Counts one = count(passage);
        all.right += one.right;
        all.wrong += one.wrong;
        all.missed += one.missed;
    }
    return all;
}

}  // namespace

TEST_CASE("regions of judged passages are recognised precisely and mostly", "[recognition]") {
    for (const std::string name : {"tuned.txt", "held-out.txt"}) {
        const Counts counts = count_file(name);
        INFO(fmt::format("{}: precision {:.3f}, recall {:.3f} ({} right, {} wrong, {} missed)", name,
                         counts.precision(), counts.recall(), counts.right, counts.wrong, counts.missed));
        CHECK(counts.precision() >= least_precision);
        CHECK(counts.recall() >= least_recall);
    }
}
