#include "searchd/page/english_texts.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "config/file.hpp"

namespace schakel {

namespace {

/// The mustache tags of a text in the order of the alphabet: a translation may need another order.
std::vector<std::string_view> tags_in(std::string_view text) {
    std::vector<std::string_view> tags;
    for (std::size_t from = text.find("{{"); from != std::string_view::npos;) {
        const std::size_t end = text.find("}}", from);
        if (end == std::string_view::npos) break;
        tags.push_back(text.substr(from + 2, end - from - 2));
        from = text.find("{{", end);
    }
    std::sort(tags.begin(), tags.end());
    return tags;
}

std::size_t line_of(std::string_view text, std::size_t place) {
    return 1 +
           static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
}

tl::unexpected<Error> fault_at(const std::filesystem::path& file, std::size_t line, const Text& message) {
    return fail(ErrorCode::malformed, at_place(fmt::format("{}:{}", file.string(), line), message));
}

}  // namespace

Result<EnglishTexts> EnglishTexts::load(const std::filesystem::path& file) {
    const Result<std::string> content = read_file(file);
    if (!content) return tl::unexpected<Error>(content.error());
    EnglishTexts texts{file};
    std::string_view rest = *content;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const auto added = texts.add(rest.substr(0, end), number); !added)
            return tl::unexpected<Error>(added.error());
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return texts;
}

Result<void> EnglishTexts::add(std::string_view line, std::size_t number) {
    if (line.empty() || line.starts_with('#')) return {};
    const std::size_t tab = line.find('\t');
    const std::string_view dutch = line.substr(0, tab);
    if (tab == std::string_view::npos || dutch.empty() || tab + 1 == line.size())
        return fault(number, {"hier hoort een Nederlandse tekst, een tab en de Engelse tekst",
                              "a Dutch text, a tab and the English text belong here"});
    const std::string_view english = line.substr(tab + 1);
    if (tags_in(dutch) != tags_in(english))
        return fault(number, {"wat tussen {{ en }} staat, moet in beide talen hetzelfde zijn",
                              "what stands between {{ and }} must be the same in both languages"});
    if (!rows_.try_emplace(std::string{dutch}, Row{std::string{english}, number}).second)
        return fault(number,
                     {fmt::format("‘{}’ staat er twee keer", dutch), fmt::format("‘{}’ is there twice", dutch)});
    return {};
}

const std::string* EnglishTexts::find(std::string_view dutch) {
    const auto found = rows_.find(dutch);
    if (found == rows_.end()) return nullptr;
    found->second.used = true;
    return &found->second.english;
}

Result<void> EnglishTexts::check_all_used() const {
    for (const auto& [dutch, row] : rows_)
        if (!row.used)
            return fault(row.line, {fmt::format("geen sjabloon heeft de tekst ‘{}’; haal de regel weg", dutch),
                                    fmt::format("no template has the text ‘{}’; remove the line", dutch)});
    return {};
}

tl::unexpected<Error> EnglishTexts::fault(std::size_t line, const Text& message) const {
    return fault_at(file_, line, message);
}

Result<std::string> without_marks(std::string_view text, const std::filesystem::path& file, EnglishTexts* english) {
    constexpr std::string_view opening = "[[";
    constexpr std::string_view closing = "]]";
    std::string result;
    std::size_t from = 0;
    for (std::size_t mark = text.find(opening); mark != std::string_view::npos; mark = text.find(opening, from)) {
        const std::size_t start = mark + opening.size();
        const std::size_t end = std::min(text.find(closing, start), text.find('\n', start));
        if (end == std::string_view::npos || text[end] == '\n')
            return fault_at(file, line_of(text, mark),
                            {"de tekst na [[ eindigt niet met ]]", "the text after [[ does not end with ]]"});
        const std::string_view dutch = text.substr(start, end - start);
        const std::string* translated = english == nullptr ? nullptr : english->find(dutch);
        if (english != nullptr && translated == nullptr)
            return fault_at(file, line_of(text, mark),
                            {fmt::format("‘{}’ staat niet in {}", dutch, english->file().string()),
                             fmt::format("‘{}’ is not in {}", dutch, english->file().string())});
        result.append(text, from, mark - from);
        result += translated == nullptr ? dutch : std::string_view{*translated};
        from = end + closing.size();
    }
    return std::move(result.append(text, from));
}

}  // namespace schakel
