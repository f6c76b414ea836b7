#include "analyzers/spelling/spelling_data.hpp"

#include <array>
#include <vector>

#include "config/folding.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

constexpr std::array<TableColumn, 1> word_columns{{{"woord", true}}};

Result<void> add_words(const std::filesystem::path& file, CommonWords& words) {
    const auto table = TableFile::read(file, word_columns, ErrorCode::language_data_invalid);
    if (!table) return tl::unexpected(table.error());
    for (const TableRow& row : table->rows()) words.insert(fold(row.cells[0]));
    return {};
}

}  // namespace

Result<SpellingData> load_spelling_data(const SpellingFiles& files) {
    auto words = WordGraph::open(files.words);
    if (!words) return tl::unexpected(words.error());
    std::vector<std::filesystem::path> tables{files.tables / "verwisselingen.tsv"};
    if (!files.replacements.empty()) tables.push_back(files.replacements);
    auto confusions = Confusions::load(tables);
    if (!confusions) return tl::unexpected(confusions.error());
    CommonWords common_words;
    for (const char* name : {"stopwoorden.tsv", "gangbaar.tsv"})
        if (const auto added = add_words(files.tables / name, common_words); !added)
            return tl::unexpected(added.error());
    return SpellingData{std::move(*words), std::move(*confusions), std::move(common_words)};
}

}  // namespace schakel
