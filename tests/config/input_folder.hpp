#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "tests/paths.hpp"

namespace schakel {

/// The input of a golden case about files, written to a temporary folder. Lines before the first marker are the file
/// `first_name`; `--- file: name` starts another file; `--- vraag: text` is a question to ask of what was loaded;
/// `--- zonder: name` asks to leave out a file that would be made by itself. In files ⇥ stands for a tab and \xNN for a byte.
class InputFolder {
public:
    InputFolder(const std::string& input, const std::string& first_name);

    std::filesystem::path path() const { return folder_.path(); }
    const std::vector<std::string>& questions() const { return questions_; }
    bool leaves_out(std::string_view name) const;
    bool has(std::string_view name) const;

    /// All files together, to see what they mention.
    const std::string& text() const { return text_; }

    /// Adds a file unless the input has it or leaves it out.
    void add_missing(const std::string& name, const std::string& content);

    /// The error in Dutch and in English, without the path of the temporary folder.
    std::string describe(const Error& error) const;

private:
    void write(const std::string& name, std::string content);

    TemporaryFolder folder_;
    std::vector<std::string> questions_;
    std::vector<std::string> left_out_;
    std::string text_;
};

}  // namespace schakel
