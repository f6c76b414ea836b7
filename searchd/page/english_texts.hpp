#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// The texts of the templates in English. A template marks what people read as `[[Filters toepassen]]`: the Dutch text is its own
/// key. For one thread, while templates are loaded.
class EnglishTexts {
public:
    /// Reads a line for each text: Dutch, a tab, English. Empty lines and those that begin with # say nothing. Errors: not_found,
    /// unreadable; malformed for a line without a tab, a text that stands there twice, or other mustache tags in the one language than
    /// in the other. Each names file and line.
    static Result<EnglishTexts> load(const std::filesystem::path& file);

    /// The English of a text, which is in use from now on. nullptr when there is none.
    const std::string* find(std::string_view dutch);

    /// Errors: malformed, naming the first line whose text nobody asked for.
    Result<void> check_all_used() const;

    const std::filesystem::path& file() const { return file_; }

private:
    struct Row {
        std::string english;
        std::size_t line = 0;
        bool used = false;
    };

    explicit EnglishTexts(std::filesystem::path file) : file_(std::move(file)) {}

    Result<void> add(std::string_view line, std::size_t number);
    tl::unexpected<Error> fault(std::size_t line, const Text& message) const;

    std::filesystem::path file_;
    std::map<std::string, Row, std::less<>> rows_;
};

/// The template `text`, read from `file`, with every mark replaced by what it holds or, with `english`, by that in English. Errors:
/// malformed, naming file, line and text, for a mark that does not end on its line or has no English. Linear in the size of `text`.
Result<std::string> without_marks(std::string_view text, const std::filesystem::path& file, EnglishTexts* english);

}  // namespace schakel
