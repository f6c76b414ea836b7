#include "searchd/page/page_template.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "config/file.hpp"

namespace schakel {

namespace {

constexpr int deepest_partial = 8;

/// Leading white space means nothing in HTML: no template has a <pre>.
std::string without_indentation(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool at_line_start = true;
    for (const char letter : text) {
        if (at_line_start && (letter == ' ' || letter == '\t')) continue;
        at_line_start = letter == '\n';
        result += letter;
    }
    return result;
}

/// The library makes a node of 150 bytes of each space and each line end, which is most of what a template takes, and drops a line
/// with nothing but a section tag. So it gets to see other characters in their place, which HTML has no use for, and no such lines.
constexpr std::array<std::pair<char, char>, 2> hidden{{{' ', '\f'}, {'\n', '\v'}}};

char hide(char letter) {
    for (const auto& [shown, instead] : hidden)
        if (letter == shown) return instead;
    return letter;
}

/// What `hide` hid, and what a value had of those characters, which no page may hold.
std::string with_hidden_shown(std::string page) {
    for (const auto& [shown, instead] : hidden) std::replace(page.begin(), page.end(), instead, shown);
    return page;
}

/// Whether the first line is one tag that shows nothing itself: {{#name}}, {{^name}} or {{/name}}.
bool is_section_line(std::string_view line) {
    if (line.size() < 5 || !line.starts_with("{{") || !line.ends_with("}}")) return false;
    return std::string_view{"#^/"}.find(line[2]) != std::string_view::npos && line.find("}}") == line.size() - 2;
}

/// `text` with the white space between tags hidden, and without the ends of lines that hold nothing but a section tag.
std::string with_white_space_hidden(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const bool section = is_section_line(line);
        std::size_t in_tag = 0;  // braces open
        for (const char letter : line) {
            if (letter == '{') ++in_tag;
            if (letter == '}' && in_tag > 0) --in_tag;
            result += in_tag < 2 ? hide(letter) : letter;
        }
        if (end < text.size() && !section) result += hide('\n');
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

std::string trimmed(std::string_view text) {
    const std::size_t start = text.find_first_not_of(' ');
    if (start == std::string_view::npos) return {};
    return std::string{text.substr(start, text.find_last_not_of(' ') + 1 - start)};
}

tl::unexpected<Error> includes_itself(const std::filesystem::path& file) {
    return fail(ErrorCode::malformed, {file.string() + ": een deelsjabloon gebruikt zichzelf",
                                       file.string() + ": a partial includes itself"});
}

/// Errors: those of reading, and of the marks in it.
Result<std::string> read_text(const std::filesystem::path& file, EnglishTexts* english) {
    const Result<std::string> content = read_file(file);
    if (!content) return tl::unexpected<Error>(content.error());
    return without_marks(without_indentation(*content), file, english);
}

/// What all templates of a page are made with.
struct Making {
    const std::filesystem::path& folder;
    const PagePartials& made;
    EnglishTexts* english;
};

/// Partials are put in when the template is read: the library would parse them again at every use.
Result<std::string> read_with_partials(const std::filesystem::path& file, const Making& making, int depth) {
    constexpr std::string_view opening = "{{>";
    constexpr std::string_view closing = "}}";
    if (depth > deepest_partial) return includes_itself(file);
    const Result<std::string> text = read_text(file, making.english);
    if (!text) return text;
    std::string result;
    std::size_t from = 0;
    for (std::size_t tag = text->find(opening); tag != std::string::npos; tag = text->find(opening, from)) {
        const std::size_t end = text->find(closing, tag);
        if (end == std::string::npos) break;  // the parser reports it
        const std::string name =
            trimmed(std::string_view{*text}.substr(tag + opening.size(), end - tag - opening.size()));
        const auto known = making.made.find(name);
        Result<std::string> partial =
            known != making.made.end()
                ? Result<std::string>{known->second}
                : read_with_partials(making.folder / "partials" / (name + ".mustache"), making, depth + 1);
        if (!partial) return partial;
        while (partial->ends_with('\n')) partial->pop_back();
        result.append(*text, from, tag - from);
        result += *partial;
        from = end + closing.size();
    }
    return result.append(*text, from);
}

}  // namespace

Result<PageTemplate> PageTemplate::load(const std::filesystem::path& folder, std::string_view name,
                                        const PagePartials& made, EnglishTexts* english) {
    const std::filesystem::path file = folder / (std::string{name} + ".mustache");
    Result<std::string> text = read_with_partials(file, {folder, made, english}, 0);
    if (!text) return tl::unexpected<Error>(text.error());
    PageTemplate loaded{with_white_space_hidden(*text)};
    Parsed parsed = loaded.take();
    if (!parsed->is_valid())
        return fail(ErrorCode::malformed,
                    {file.string() + ": geen geldig mustache-sjabloon: " + parsed->error_message(),
                     file.string() + ": not a valid mustache template: " + parsed->error_message()});
    loaded.give_back(std::move(parsed));
    return loaded;
}

std::string PageTemplate::render(const TemplateData& view) const {
    Parsed parsed = take();
    std::string page;
    parsed->render(view, [&page](const std::string& part) { page += part; });
    give_back(std::move(parsed));
    return with_hidden_shown(std::move(page));
}

PageTemplate::Parsed PageTemplate::take() const {
    {
        const std::lock_guard lock{copies_->mutex};
        if (!copies_->idle.empty()) {
            Parsed parsed = std::move(copies_->idle.back());
            copies_->idle.pop_back();
            return parsed;
        }
    }
    return std::make_unique<kainjow::mustache::mustache>(text_);
}

void PageTemplate::give_back(Parsed parsed) const {
    const std::lock_guard lock{copies_->mutex};
    copies_->idle.push_back(std::move(parsed));
}

}  // namespace schakel
