#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace schakel {

/// What a golden test exercises: the input of a case in, the text to compare with out. Text has no final line end.
using GoldenSubject = std::function<std::string(const std::string&)>;

/// One case of a golden file.
struct GoldenCase {
    std::string name;
    std::vector<std::string> reason;  // the comment lines, without "# "
    std::string input;
    std::string expected;
    std::size_t line = 0;           // of its `###`, from 1
    std::size_t expected_line = 0;  // of the first line below `>>>`
};

/// A golden file in memory; `render_golden(parse_golden(text))` has the same meaning as `text`.
struct GoldenFile {
    std::vector<std::string> introduction;  // comment lines above the first case, without "# "
    std::vector<GoldenCase> cases;
    std::vector<std::string> errors;  // "line: what is wrong"; cases that have errors are left out
};

/// What running a folder of golden files gave.
struct GoldenReport {
    std::size_t cases = 0;
    std::vector<std::string> failures;  // one readable text per failing case or faulty file
    std::vector<std::string> approved;  // files that were rewritten
};

/// Whether `run_golden` rewrites files instead of failing.
enum class GoldenMode { check, approve };

/// `approve` when the environment variable SCHAKEL_APPROVE is 1.
GoldenMode golden_mode();

/// Reads the text of a golden file; the format is in tests/golden/README.md. Never fails: see `GoldenFile::errors`.
GoldenFile parse_golden(std::string_view text);

std::string render_golden(const GoldenFile& file);

/// The lines of both texts below each other: "- " only expected, "+ " only found, "  " in both.
std::string line_difference(std::string_view expected, std::string_view found);

/// Runs every case of every *.txt in `folder` (not below it) in the order of file names. A folder without cases, a faulty
/// file, a case without a reason and an exception of the subject are failures. Not for use from several threads.
GoldenReport run_golden(const std::filesystem::path& folder, const GoldenSubject& subject, GoldenMode mode);

/// tests/golden of the source tree.
std::filesystem::path golden_folder();

}  // namespace schakel

/// Runs the cases in tests/golden/<folder> as checks of the current Catch2 test; give that test the tag [golden].
#define CHECK_GOLDEN(folder, subject)                                                                          \
    do {                                                                                                       \
        const ::schakel::GoldenReport golden_report =                                                          \
            ::schakel::run_golden(::schakel::golden_folder() / (folder), (subject), ::schakel::golden_mode()); \
        for (const std::string& golden_failure : golden_report.failures) FAIL_CHECK(golden_failure);           \
        for (const std::string& golden_file : golden_report.approved) WARN("approved " << golden_file);        \
        CHECK(golden_report.cases > 0);                                                                        \
    } while (false)
