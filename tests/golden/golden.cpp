#include "tests/golden/golden.hpp"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "tests/paths.hpp"

namespace schakel {

namespace fs = std::filesystem;

namespace {

/// The lines of a text; a line end at its end is followed by one more, empty, line. An empty text has none.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
        if (text.empty()) lines.emplace_back();
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) text.append(i == 0 ? "" : "\n").append(lines[i]);
    return text;
}

void drop_empty_tail(std::vector<std::string>& lines) {
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
}

/// Empty lines at the end are layout, not content.
std::string without_empty_tail(std::string_view text) {
    std::vector<std::string> lines = lines_of(text);
    drop_empty_tail(lines);
    return joined(lines);
}

bool is_marker(std::string_view line) { return line.starts_with("###") || line == "<<<" || line == ">>>"; }

bool is_escaped_marker(std::string_view line) {
    return line.starts_with('\\') && is_marker(line.substr(std::min(line.find_first_not_of('\\'), line.size())));
}

/// A line of content that looks like a marker is written with a backslash in front.
std::string escaped(const std::string& line) { return is_marker(line) || is_escaped_marker(line) ? '\\' + line : line; }

std::string unescaped(const std::string& line) { return is_escaped_marker(line) ? line.substr(1) : line; }

std::string comment_text(std::string_view line) {
    line.remove_prefix(1);
    if (line.starts_with(' ')) line.remove_prefix(1);
    return std::string{line};
}

/// Walks over the lines of a golden file, one part of a case after another.
class GoldenParser {
public:
    explicit GoldenParser(std::string_view text) : lines_(lines_of(text)) {}

    GoldenFile parse() && {
        read_introduction();
        while (at_ < lines_.size()) read_case();
        return std::move(file_);
    }

private:
    bool at_case_start() const { return lines_[at_].starts_with("###"); }

    void error(std::string_view what) {
        case_is_sound_ = false;
        file_.errors.push_back(std::to_string(at_ + 1) + ": " + std::string{what});
    }

    void read_introduction() {
        for (; at_ < lines_.size() && !at_case_start(); ++at_) {
            if (lines_[at_].starts_with('#')) {
                file_.introduction.push_back(comment_text(lines_[at_]));
            } else if (!lines_[at_].empty()) {
                error("only comment lines (#) may stand above the first case");
            }
        }
    }

    void read_case() {
        case_is_sound_ = true;
        GoldenCase current;
        current.line = at_ + 1;
        current.name = comment_text(std::string_view{lines_[at_]}.substr(2));
        if (current.name.empty()) error("a case needs a name: ### short name");
        ++at_;
        read_reason(current);
        if (current.reason.empty()) error("a case needs a reason: # why it exists, below its name");
        current.input = read_part("<<<", ">>>");
        current.expected_line = at_ + 2;
        current.expected = read_part(">>>", "");
        if (case_is_sound_) file_.cases.push_back(std::move(current));
    }

    void read_reason(GoldenCase& current) {
        for (; at_ < lines_.size() && !at_case_start(); ++at_) {
            if (lines_[at_].starts_with('#')) {
                current.reason.push_back(comment_text(lines_[at_]));
            } else if (!lines_[at_].empty()) {
                return;
            }
        }
    }

    /// The lines below `begin`, up to a line `end` or the next case.
    std::string read_part(std::string_view begin, std::string_view end) {
        if (at_ >= lines_.size() || lines_[at_] != begin) {
            if (case_is_sound_) error("expected a line " + std::string{begin});
            while (at_ < lines_.size() && !at_case_start() && (end.empty() || lines_[at_] != end)) ++at_;
            return {};
        }
        std::vector<std::string> part;
        for (++at_; at_ < lines_.size() && !at_case_start() && (end.empty() || lines_[at_] != end); ++at_)
            part.push_back(unescaped(lines_[at_]));
        if (end.empty()) drop_empty_tail(part);
        return joined(part);
    }

    std::vector<std::string> lines_;
    std::size_t at_ = 0;
    bool case_is_sound_ = true;
    GoldenFile file_;
};

void append_lines(std::string& text, std::string_view content) {
    for (const std::string& line : lines_of(content)) text += escaped(line) + "\n";
}

void append_comments(std::string& text, const std::vector<std::string>& comments) {
    for (const std::string& comment : comments) text += comment.empty() ? "#\n" : "# " + comment + "\n";
}

std::string read_text(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + path.string());
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

void write_text(const fs::path& path, const std::string& text) {
    std::ofstream stream(path, std::ios::binary);
    stream << text;
    if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::vector<fs::path> golden_files(const fs::path& folder) {
    std::vector<fs::path> files;
    if (!fs::is_directory(folder)) return files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// A path as a reader at the root of the source tree would write it.
std::string shown(const fs::path& path) {
    const std::string relative = path.lexically_relative(repository_folder()).string();
    return relative.empty() || relative.starts_with("..") ? path.string() : relative;
}

std::size_t first_different_line(std::string_view left, std::string_view right) {
    const std::vector<std::string> a = lines_of(left);
    const std::vector<std::string> b = lines_of(right);
    std::size_t line = 0;
    while (line < a.size() && line < b.size() && a[line] == b[line]) ++line;
    return line;
}

std::string difference_message(const fs::path& path, const GoldenCase& golden_case, const std::string& found) {
    const std::size_t line = golden_case.expected_line + first_different_line(golden_case.expected, found);
    return shown(path) + ":" + std::to_string(line) + ": " + golden_case.name + "\n# " + joined(golden_case.reason) +
           "\n" + line_difference(golden_case.expected, found) +
           "(- expected, + found; SCHAKEL_APPROVE=1 rewrites the file with what was found)";
}

/// Runs the files of one folder and gathers what happened.
class GoldenRun {
public:
    GoldenRun(const GoldenSubject& subject, GoldenMode mode) : subject_(subject), mode_(mode) {}

    void run(const fs::path& path) {
        GoldenFile file = parse_golden(read_text(path));
        for (const std::string& error : file.errors) report_.failures.push_back(shown(path) + ":" + error);
        bool differs = false;
        for (GoldenCase& golden_case : file.cases) differs |= !run_case(path, golden_case);
        if (file.errors.empty() && file.cases.empty()) report_.failures.push_back(shown(path) + ": holds no case");
        // Rewriting a faulty file would lose the cases that could not be read.
        if (differs && mode_ == GoldenMode::approve && file.errors.empty()) approve(path, file);
    }

    GoldenReport report() && { return std::move(report_); }

private:
    /// Whether the case gave what was expected. `golden_case.expected` becomes what was found.
    bool run_case(const fs::path& path, GoldenCase& golden_case) {
        ++report_.cases;
        try {
            const std::string found = without_empty_tail(subject_(golden_case.input));
            if (found == golden_case.expected) return true;
            if (mode_ == GoldenMode::check) report_.failures.push_back(difference_message(path, golden_case, found));
            golden_case.expected = found;
            return false;
        } catch (const std::exception& exception) {
            report_.failures.push_back(shown(path) + ":" + std::to_string(golden_case.line) + ": " + golden_case.name +
                                       "\nthrew an exception: " + exception.what());
            return true;  // nothing was found that could be approved
        }
    }

    void approve(const fs::path& path, const GoldenFile& file) {
        write_text(path, render_golden(file));
        report_.approved.push_back(shown(path));
    }

    const GoldenSubject& subject_;
    GoldenMode mode_;
    GoldenReport report_;
};

}  // namespace

GoldenMode golden_mode() {
    const char* value = std::getenv("SCHAKEL_APPROVE");
    return value != nullptr && std::string_view{value} == "1" ? GoldenMode::approve : GoldenMode::check;
}

GoldenFile parse_golden(std::string_view text) { return GoldenParser{text}.parse(); }

std::string render_golden(const GoldenFile& file) {
    std::string text;
    append_comments(text, file.introduction);
    for (const GoldenCase& golden_case : file.cases) {
        if (!text.empty()) text += "\n";
        text += "### " + golden_case.name + "\n";
        append_comments(text, golden_case.reason);
        text += "<<<\n";
        append_lines(text, golden_case.input);
        text += ">>>\n";
        append_lines(text, golden_case.expected);
    }
    return text;
}

std::string line_difference(std::string_view expected, std::string_view found) {
    const std::vector<std::string> a = lines_of(expected);
    const std::vector<std::string> b = lines_of(found);
    // common[i][j]: length of the longest common subsequence of lines of a from i and b from j.
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);

    std::string difference;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            difference += "  " + a[i++] + "\n";
            ++j;
        } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
            difference += "- " + a[i++] + "\n";
        } else {
            difference += "+ " + b[j++] + "\n";
        }
    }
    return difference;
}

GoldenReport run_golden(const fs::path& folder, const GoldenSubject& subject, GoldenMode mode) {
    const std::vector<fs::path> files = golden_files(folder);
    GoldenRun run{subject, mode};
    for (const fs::path& path : files) run.run(path);
    GoldenReport report = std::move(run).report();
    if (files.empty()) report.failures.push_back(shown(folder) + ": no golden files (*.txt) here");
    return report;
}

fs::path golden_folder() { return repository_folder() / "tests" / "golden"; }

}  // namespace schakel
