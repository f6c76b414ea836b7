#include "tests/architecture/rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <regex>

namespace schakel::architecture {

namespace {

constexpr std::size_t most_lines_of_code = 500;

using Edges = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;

/// Which layer may use which. Every layer may use itself.
const Edges& allowed_edges() {
    static const Edges edges{
        {"config", {}},
        {"analyzers", {"config"}},
        {"corpus", {"config"}},
        {"indexer", {"config", "analyzers", "corpus"}},
        {"searchd", {"config", "analyzers"}},
    };
    return edges;
}

constexpr std::array house{"analyzers", "config", "corpus", "indexer", "searchd", "tests"};
constexpr std::array beside_the_house{".cache", ".ci", ".git", "build"};  // .cache and build are ignored by git

/// tests/README.md speaks for the folders that only mirror a layer.
constexpr std::array mirrors{"tests/analyzers", "tests/config", "tests/corpus", "tests/indexer", "tests/searchd"};

std::string first_folder(std::string_view path) { return std::string{path.substr(0, path.find('/'))}; }

bool is_layer(std::string_view folder) { return allowed_edges().contains(folder); }

bool may_use(std::string_view user, std::string_view used) {
    if (user == "tests" || user == used) return true;
    const auto edges = allowed_edges().find(user);
    return edges != allowed_edges().end() && edges->second.contains(used);
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::size_t line_at(std::string_view text, std::size_t offset) {
    return 1 +
           static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::string forbidden_edge(std::string_view user, std::string_view used) {
    return std::string{user} + " may not use " + std::string{used};
}

/// Copies a source, leaving out what is no code.
class CodeCopier {
public:
    explicit CodeCopier(std::string_view source) : source_(source) {}

    std::string copy() && {
        while (at_ < source_.size()) step();
        return std::move(code_);
    }

private:
    bool at(std::string_view text) const { return source_.substr(at_).starts_with(text); }

    void step() {
        if (at("//")) return skip_to(source_.find('\n', at_));
        if (at("/*")) return skip_past(source_.find("*/", at_ + 2), 2);
        if (at("R\"")) return skip_raw_string();
        if (source_[at_] == '"') return skip_literal('"');
        if (source_[at_] == '\'' && !follows_digit()) return skip_literal('\'');
        code_ += source_[at_++];
    }

    /// An apostrophe within a number (1'000) separates digits.
    bool follows_digit() const { return at_ > 0 && std::isalnum(static_cast<unsigned char>(source_[at_ - 1])) != 0; }

    void skip_to(std::size_t end) {
        end = std::min(end, source_.size());
        for (; at_ < end; ++at_)
            if (source_[at_] == '\n') code_ += '\n';
    }

    void skip_past(std::size_t end, std::size_t length) { skip_to(end == std::string_view::npos ? end : end + length); }

    void skip_raw_string() {
        const std::size_t bracket = source_.find('(', at_);
        const std::string end = ")" + std::string{source_.substr(at_ + 2, bracket - at_ - 2)} + "\"";
        code_ += "\"\"";
        skip_past(source_.find(end, at_), end.size());
    }

    void skip_literal(char quote) {
        code_ += quote;
        for (++at_; at_ < source_.size() && source_[at_] != quote && source_[at_] != '\n'; ++at_)
            if (source_[at_] == '\\') ++at_;
        code_ += quote;
        ++at_;
    }

    std::string_view source_;
    std::size_t at_ = 0;
    std::string code_;
};

bool is_code(const std::string& line) {
    return std::any_of(line.begin(), line.end(), [](unsigned char c) { return std::isspace(c) == 0; });
}

/// A folder below a mirror is one too: tests/config/index mirrors config/index.
bool is_mirror(const std::string& folder) {
    return std::any_of(mirrors.begin(), mirrors.end(),
                       [&](const char* mirror) { return (folder + "/").starts_with(std::string{mirror} + "/"); });
}

bool is_boundary(std::string_view file) { return file.ends_with("/main.cpp") || boundary_files().contains(file); }

}  // namespace

std::string to_text(const Violation& violation) {
    const std::string line = violation.line == 0 ? "" : ":" + std::to_string(violation.line);
    return violation.file + line + ": " + violation.what;
}

std::string code_only(std::string_view source) { return CodeCopier{source}.copy(); }

std::vector<Violation> include_violations(std::string_view file, std::string_view source) {
    static const std::regex include{R"re(^\s*#\s*include\s*"([^"]+)")re"};
    const std::string layer = first_folder(file);
    std::vector<Violation> violations;
    std::size_t number = 0;
    for (const std::string& line : lines_of(source)) {
        ++number;
        std::smatch match;
        if (!std::regex_search(line, match, include)) continue;
        const std::string used = first_folder(match.str(1));
        if (used != "tests" && !is_layer(used)) {
            violations.push_back({std::string{file}, number, "write the include from the root: " + match.str(1)});
        } else if (!may_use(layer, used)) {
            violations.push_back({std::string{file}, number, forbidden_edge(layer, used)});
        }
    }
    return violations;
}

std::vector<Violation> link_violations(std::string_view file, std::string_view cmake) {
    static const std::regex call{R"(target_link_libraries\s*\(([^)]*)\))"};
    static const std::regex library{R"(\bschakel_(config|analyzers|corpus|indexer|searchd|golden|test_main)\b)"};
    const std::string layer = first_folder(file);
    const std::string text = std::regex_replace(std::string{cmake}, std::regex{"#[^\n]*"}, "");
    std::vector<Violation> violations;
    for (std::sregex_iterator at{text.begin(), text.end(), call}, end; at != end; ++at) {
        const std::size_t number = line_at(text, static_cast<std::size_t>(at->position()));
        const std::string arguments = (*at)[1];
        for (std::sregex_iterator used{arguments.begin(), arguments.end(), library}; used != end; ++used) {
            const std::string name = (*used)[1];
            const std::string target = is_layer(name) ? name : "tests";
            if (!may_use(layer, target))
                violations.push_back({std::string{file}, number, forbidden_edge(layer, target)});
        }
    }
    return violations;
}

std::vector<Violation> top_level_violations(const std::set<std::string>& folders) {
    std::vector<Violation> violations;
    for (const std::string& folder : folders) {
        const bool belongs =
            std::find(house.begin(), house.end(), folder) != house.end() ||
            std::find(beside_the_house.begin(), beside_the_house.end(), folder) != beside_the_house.end();
        if (!belongs) violations.push_back({folder, 0, "the house has no such top-level folder"});
    }
    for (const std::string folder : house)
        if (!folders.contains(folder)) violations.push_back({folder, 0, "this top-level folder is missing"});
    return violations;
}

std::vector<Violation> readme_violations(const std::set<std::string>& files) {
    std::set<std::string> folders;
    for (const std::string& file : files)
        if ((file.ends_with(".cpp") || file.ends_with(".hpp")) && file.find('/') != std::string::npos)
            folders.insert(file.substr(0, file.rfind('/')));
    std::vector<Violation> violations;
    for (const std::string& folder : folders) {
        if (is_mirror(folder)) continue;
        if (!files.contains(folder + "/README.md")) violations.push_back({folder, 0, "has code but no README.md"});
    }
    return violations;
}

std::vector<Violation> size_violations(std::string_view file, std::string_view source) {
    const std::vector<std::string> lines = lines_of(code_only(source));
    const auto count = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_code));
    if (count <= most_lines_of_code) return {};
    return {{std::string{file}, 0,
             std::to_string(count) + " lines of code, at most " + std::to_string(most_lines_of_code) +
                 ": look for the second noun in it"}};
}

std::vector<Violation> catch_violations(std::string_view file, std::string_view source) {
    static const std::regex empty_catch{R"(\bcatch\s*\([^)]*\)\s*\{\s*\})"};
    static const std::regex catch_all{R"(\bcatch\s*\(\s*\.\.\.\s*\))"};
    const std::string code = code_only(source);
    std::vector<Violation> violations;
    const auto report = [&](const std::regex& pattern, const char* what) {
        for (std::sregex_iterator at{code.begin(), code.end(), pattern}, end; at != end; ++at)
            violations.push_back({std::string{file}, line_at(code, static_cast<std::size_t>(at->position())), what});
    };
    report(empty_catch, "an empty catch swallows an error");
    if (!is_boundary(file)) report(catch_all, "catch (...) belongs in a boundary file only");
    return violations;
}

const std::set<std::string, std::less<>>& boundary_files() {
    static const std::set<std::string, std::less<>> files{};
    return files;
}

}  // namespace schakel::architecture
