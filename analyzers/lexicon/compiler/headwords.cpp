#include "analyzers/lexicon/compiler/headwords.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/file.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

constexpr std::string_view about_itself = "00database";

tl::unexpected<Error> no_headword(const std::filesystem::path& file, std::size_t line) {
    return fail(ErrorCode::language_data_invalid,
                {fmt::format("{}:{}: hier staat geen trefwoord met een tab erachter.", file.string(), line),
                 fmt::format("{}:{}: there is no headword with a tab behind it.", file.string(), line)},
                {"Geef de .index van een woordenboek van dictd.", "Give the .index of a dictionary of dictd."});
}

/// The headwords of one dictionary, each once.
Result<StringSet> read_index(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    StringSet headwords;
    std::size_t number = 0;
    for (std::string_view rest = *text; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        ++number;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) return no_headword(file, number);
        if (!line.starts_with(about_itself)) headwords.insert(fold(line.substr(0, tab)));
    }
    return headwords;
}

}  // namespace

Result<Headwords> read_headwords(std::span<const std::filesystem::path> indexes) {
    Headwords dictionaries;
    for (const std::filesystem::path& file : indexes) {
        const auto headwords = read_index(file);
        if (!headwords) return tl::unexpected(headwords.error());
        for (const std::string& word : *headwords) ++dictionaries[word];
    }
    return dictionaries;
}

std::uint8_t dictionaries_with(std::string_view folded, const Headwords& headwords) {
    const auto found = headwords.find(folded);
    return found == headwords.end() ? std::uint8_t{0} : found->second;
}

}  // namespace schakel
