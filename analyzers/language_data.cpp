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
constexpr std::array<TableColumn, 4> abbreviation_columns{
    {{"afkorting", true}, {"vorm", true}, {"hoofdletters", false}, {"voluit", false}}};
constexpr std::array<TableColumn, 2> spelling_columns{{{"geschreven", true}, {"hedendaags", true}}};
constexpr std::array<TableColumn, 2> successor_columns{{{"oud", true}, {"nieuw", true}}};

/// Reads the tables of one folder into a LanguageData, one after the other; the first error ends it.
class TableReader {
public:
    TableReader(const std::filesystem::path& folder, LanguageData& language) : folder_(folder), language_(language) {}

    Result<void> read_all() {
        return words("stopwoorden.tsv", language_.stop_words)
            .and_then([&] { return pairs("stamuitzonderingen.tsv", stem_columns, language_.stem_exceptions); })
            .and_then([&] { return words("onveranderd.tsv", language_.verbatim); })
            .and_then([&] { return abbreviations(); })
            .and_then([&] { return spellings(); })
            .and_then([&] { return successors(); });
    }

    std::string version() const { return version_.hex(); }
    ContentHash& hash() { return version_; }

private:
    Result<TableFile> table(std::string_view name, std::span<const TableColumn> columns) {
        const std::filesystem::path file = folder_ / name;
        auto text = read_file(file);
        if (!text) return tl::unexpected(text.error());
        version_.add(name, *text);
        return TableFile::parse(file.string(), *text, columns, ErrorCode::language_data_invalid);
    }

    static tl::unexpected<Error> given_twice(const TableFile& table, const TableRow& row) {
        return fail(
            ErrorCode::language_data_invalid,
            {fmt::format("{}: het woord \"{}\" staat al eerder in deze tabel.", table.place(row.line), row.cells[0]),
             fmt::format("{}: the word \"{}\" already stands in this table.", table.place(row.line), row.cells[0])},
            {"Haal een van de twee regels weg.", "Remove one of the two lines."});
    }

    Result<void> words(std::string_view name, StringSet& words) {
        const auto read = table(name, word_columns);
        if (!read) return tl::unexpected(read.error());
        for (const TableRow& row : read->rows())
            if (!words.insert(fold(row.cells[0])).second) return given_twice(*read, row);
        return {};
    }

    Result<void> pairs(std::string_view name, std::span<const TableColumn> columns, StringMap<std::string>& pairs) {
        const auto read = table(name, columns);
        if (!read) return tl::unexpected(read.error());
        for (const TableRow& row : read->rows())
            if (!pairs.try_emplace(fold(row.cells[0]), fold(row.cells[1])).second) return given_twice(*read, row);
        return {};
    }

    Result<void> abbreviations() {
        const auto read = table("afkortingen.tsv", abbreviation_columns);
        if (!read) return tl::unexpected(read.error());
        for (const TableRow& row : read->rows()) {
            const std::string& capitals = row.cells[2];
            if (!capitals.empty() && capitals != "ja") return not_yes(*read, row);
            const std::string form = fold(row.cells[1]);
            auto& known = capitals.empty() ? language_.abbreviations : language_.exact_abbreviations;
            if (!known.try_emplace(capitals.empty() ? fold(row.cells[0]) : row.cells[0], form).second)
                return given_twice(*read, row);
            if (!row.cells[3].empty()) language_.abbreviation_names.push_back({row.cells[0], row.cells[3]});
        }
        return {};
    }

    static tl::unexpected<Error> not_yes(const TableFile& table, const TableRow& row) {
        return fail(ErrorCode::language_data_invalid,
                    {fmt::format("{}: in de kolom hoofdletters staat \"{}\".", table.place(row.line), row.cells[2]),
                     fmt::format("{}: the column hoofdletters holds \"{}\".", table.place(row.line), row.cells[2])},
                    {"Schrijf ja, of laat de cel leeg.", "Write ja, or leave the cell empty."});
    }

    Result<void> spellings() {
        StringMap<std::string> all;
        if (auto read = pairs("spelling.tsv", spelling_columns, all); !read) return read;
        for (auto& [written, today] : all) {
            const std::size_t space = written.find(' ');
            if (space == std::string::npos) {
                std::string word = written;
                std::erase(word, '-');  // the parts of a hyphenated word are looked up together
                language_.spellings.emplace(std::move(word), today);
                continue;
            }
            language_.joined_starts.insert(written.substr(0, space));
            language_.joined_words.emplace(written, today);
        }
        return {};
    }

    Result<void> successors() {
        // Only queries use them, so they are no part of the fingerprint.
        const auto read =
            TableFile::read(folder_ / "opvolgers.tsv", successor_columns, ErrorCode::language_data_invalid);
        if (!read) return tl::unexpected(read.error());
        for (const TableRow& row : read->rows()) language_.successors.emplace_back(row.cells[0], row.cells[1]);
        return {};
    }

    const std::filesystem::path& folder_;
    LanguageData& language_;
    ContentHash version_;
};

}  // namespace

std::filesystem::path default_lexicon_file() { return SCHAKEL_DEFAULT_LEXICON; }

Result<LanguageData> load_language_data(const std::filesystem::path& folder,
                                        const std::filesystem::path& lexicon_file) {
    LanguageData language;
    TableReader tables(folder, language);
    if (auto read = tables.read_all(); !read) return tl::unexpected(read.error());
    auto rules = load_compound_rules(folder);
    if (!rules) return tl::unexpected(rules.error());
    auto lexicon = Lexicon::open(lexicon_file.empty() ? default_lexicon_file() : lexicon_file);
    if (!lexicon) return tl::unexpected(lexicon.error());
    tables.hash().add("samenstellingen", rules->version);
    tables.hash().add("lexicon", lexicon->version());
    language.version = tables.version();
    for (const auto& [written, form] : language.abbreviations) rules->abbreviations.insert(form);
    language.compound_rules = std::move(*rules);
    language.lexicon = std::make_shared<const Lexicon>(std::move(*lexicon));
    return language;
}

}  // namespace schakel
