#include "tests/config/input_folder.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

namespace schakel {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

void replace_bytes(std::string& text) {
    for (auto at = text.find("\\x"); at != std::string::npos; at = text.find("\\x", at + 1))
        text.replace(at, 4, 1, static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16)));
}

/// The text after `marker` when the line starts with it.
bool take(const std::string& line, std::string_view marker, std::string& rest) {
    if (!line.starts_with(marker)) return false;
    rest = line.substr(marker.size());
    return true;
}

}  // namespace

InputFolder::InputFolder(const std::string& input, const std::string& first_name) {
    std::string name = first_name;
    std::string content;
    std::istringstream lines(input);
    for (std::string line, rest; std::getline(lines, line);) {
        if (take(line, "--- file: ", rest)) {
            write(std::exchange(name, rest), std::exchange(content, ""));
        } else if (take(line, "--- vraag: ", rest)) {
            questions_.push_back(rest);
        } else if (take(line, "--- zonder: ", rest)) {
            left_out_.push_back(rest);
        } else {
            content += line + "\n";
        }
    }
    write(name, content);
}

void InputFolder::write(const std::string& name, std::string content) {
    if (content.empty()) return;
    replace_all(content, "⇥", "\t");
    replace_bytes(content);
    const auto file = path() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    text_ += content;
}

void InputFolder::add_missing(const std::string& name, const std::string& content) {
    if (!has(name) && !leaves_out(name)) write(name, content);
}

bool InputFolder::has(std::string_view name) const { return std::filesystem::exists(path() / name); }

bool InputFolder::leaves_out(std::string_view name) const {
    return std::find(left_out_.begin(), left_out_.end(), name) != left_out_.end();
}

std::string InputFolder::describe(const Error& error) const {
    std::string text = to_text(error, Language::dutch) + "\n" + to_text(error, Language::english);
    replace_all(text, path().string() + "/", "");
    replace_all(text, path().string(), "(map)");
    return text;
}

}  // namespace schakel
