#include "tests/end_to_end/cli_script.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

#include <Poco/Net/ServerSocket.h>

#include "tests/end_to_end/program.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view indentation = "    ";

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The text with what differs between runs and computers replaced by a name for it.
class Placeholders {
public:
    Placeholders(const fs::path& folder, int taken_port)
        : folder_(folder.string()), taken_port_(std::to_string(taken_port)) {}

    std::string put_in(std::string text) const {
        replace_all(text, folder_, "<map>");
        replace_all(text, repository_folder().string(), "<schakel>");
        replace_all(text, taken_port_, "<poort>");
        struct Change {
            std::regex from;
            const char* to;
        };
        static const std::array changes{
            Change{std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))"), "<tijd>"},
            Change{std::regex(R"(\d{4}-\d\d-\d\d \d\d:\d\d UTC)"), "<tijd>"},
            Change{std::regex(R"(\d+[.,]\d s \(\d+[.,]\d MB/s\))"), "<duur> (<snelheid>)"},
            Change{std::regex(R"("seconden": [0-9.e-]+)"), "\"seconden\": <duur>"},
            Change{std::regex(R"(("taalverwerking": ")[0-9a-z-]+)"), "$1<vingerafdruk>"},
            Change{std::regex(R"(("bytes": )\d+(,\n +"indexversie"))"), "$1<grootte>$2"},
            Change{std::regex(R"(\d+[.,]\d MB\n)"), "<grootte>\n"},
        };
        for (const Change& change : changes) text = std::regex_replace(text, change.from, change.to);
        return text;
    }

private:
    std::string folder_;
    std::string taken_port_;
};

std::string with_prefix(const std::string& text, const std::string& prefix) {
    std::string prefixed;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) prefixed += prefix + line + '\n';
    return prefixed;
}

/// One run of one script, in a folder of its own.
class CliScript {
public:
    std::string run(const std::string& script) {
        std::istringstream lines(script);
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with(indentation) || line.empty())
                add_content(line);
            else if (line.starts_with("file "))
                open_file(line.substr(5));
            else if (line.starts_with("$ "))
                execute(line.substr(2));
            else
                throw std::runtime_error("not a line of a script: " + line);
        }
        return Placeholders(folder_.path(), taken_.address().port()).put_in(result_);
    }

private:
    void open_file(const std::string& name) {
        const fs::path path = folder_.path() / name;
        fs::create_directories(path.parent_path());
        file_ = std::ofstream(path, std::ios::binary);
    }

    void add_content(const std::string& line) {
        if (file_.is_open()) file_ << (line.empty() ? "" : line.substr(indentation.size())) << '\n';
    }

    void execute(const std::string& command) {
        file_ = std::ofstream();
        const std::string path = fs::path(indexer_program()).parent_path().string() + ':' +
                                 fs::path(searchd_program()).parent_path().string();
        const Outcome outcome =
            run_program({.arguments = {"/bin/sh", "-c", command},
                         .folder = folder_.path(),
                         .environment = {"PATH=" + path + ':' + std::getenv("PATH"),
                                         "POORT=" + std::to_string(taken_.address().port()), "LC_ALL=C.UTF-8"}});
        result_ += "$ " + command + '\n' + with_prefix(outcome.output, "") + with_prefix(outcome.errors, "! ");
        if (outcome.status != 0) result_ += "[" + std::to_string(outcome.status) + "]\n";
    }

    TemporaryFolder folder_;
    Poco::Net::ServerSocket taken_{Poco::Net::SocketAddress("0.0.0.0", 0)};
    std::ofstream file_;
    std::string result_;
};

}  // namespace

std::string run_cli_script(const std::string& script) { return CliScript().run(script); }

}  // namespace schakel
