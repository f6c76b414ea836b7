#include "analyzers/language_data.hpp"

#include <array>

#include <fmt/format.h>

#include "config/content_hash.hpp"
#include "config/file.hpp"
#include "config/folding.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

constexpr std::array<TableColumn, 1> word_columns{{{"woord", true}}};
constexpr std::array<TableColumn, 2> stem_columns{{{"woord", true}, {"stam", true}}};

Result<TableFile> read_table(const std::filesystem::path& file, std::span<const TableColumn> columns,
                             ContentHash& version) {
    auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    version.add(file.filename().string(), *text);
    return TableFile::parse(file.string(), *text, columns, ErrorCode::language_data_invalid);
}

tl::unexpected<Error> given_twice(const TableFile& table, const TableRow& row) {
    return fail(
        ErrorCode::language_data_invalid,
        {fmt::format("{}: het woord \"{}\" staat al eerder in deze tabel.", table.place(row.line), row.cells[0]),
         fmt::format("{}: the word \"{}\" already stands in this table.", table.place(row.line), row.cells[0])},
        {"Haal een van de twee regels weg.", "Remove one of the two lines."});
}

Result<StringSet> read_words(const std::filesystem::path& file, ContentHash& version) {
    const auto table = read_table(file, word_columns, version);
    if (!table) return tl::unexpected(table.error());
    StringSet words;
    for (const TableRow& row : table->rows())
        if (!words.insert(fold(row.cells[0])).second) return given_twice(*table, row);
    return words;
}

Result<StringMap<std::string>> read_stems(const std::filesystem::path& file, ContentHash& version) {
    const auto table = read_table(file, stem_columns, version);
    if (!table) return tl::unexpected(table.error());
    StringMap<std::string> stems;
    for (const TableRow& row : table->rows())
        if (!stems.try_emplace(fold(row.cells[0]), fold(row.cells[1])).second) return given_twice(*table, row);
    return stems;
}

}  // namespace

Result<LanguageData> load_language_data(const std::filesystem::path& folder) {
    ContentHash version;
    auto stop_words = read_words(folder / "stopwoorden.tsv", version);
    if (!stop_words) return tl::unexpected(stop_words.error());
    auto stems = read_stems(folder / "stamuitzonderingen.tsv", version);
    if (!stems) return tl::unexpected(stems.error());
    auto verbatim = read_words(folder / "onveranderd.tsv", version);
    if (!verbatim) return tl::unexpected(verbatim.error());
    return LanguageData{std::move(*stop_words), std::move(*stems), std::move(*verbatim), version.hex()};
}

}  // namespace schakel
