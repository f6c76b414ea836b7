#include "searchd/ranking/theme_schemes.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>

#include "config/nearest.hpp"
#include "config/table_file.hpp"
#include "searchd/ranking/invalid_row.hpp"

namespace schakel {

namespace {

constexpr std::string_view any_other = "*";
constexpr std::string_view may_be_missing = "mag ontbreken";
constexpr std::size_t most_schemes = 64;  // bits of a SchemeSet
constexpr std::array<TableColumn, 2> columns{{{"code", true}, {"indelingen", true}}};

std::vector<std::string> words_of(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

bool is_theme_or_domain(const Vocabularies& vocabularies, std::string_view code) {
    return vocabularies.at("thema").find(code) != nullptr || vocabularies.at("domein").find(code) != nullptr;
}

}  // namespace

/// Reads the rows one by one; the first error ends it.
class ThemeSchemeReader {
public:
    ThemeSchemeReader(const TableFile& table, const Vocabularies& vocabularies, const RegionTable& regions)
        : table_(table), vocabularies_(vocabularies), absent_(words_of(table.head(may_be_missing))) {
        for (const auto& [code, scheme] : regions.schemes()) read_.schemes_.push_back(code);
        read_.preference_.assign(read_.schemes_.size(), read_.schemes_.size());
    }

    Result<ThemeSchemes> read() {
        if (read_.schemes_.size() > most_schemes)
            return fail(ErrorCode::config_invalid,
                        at_place(table_.name(), {fmt::format("er zijn meer dan {} regio-indelingen", most_schemes),
                                                 fmt::format("there are more than {} region schemes", most_schemes)}),
                        {"haal indelingen weg die niemand gebruikt", "remove schemes that nobody uses"});
        for (const TableRow& row : table_.rows())
            if (auto added = add(row); !added) return tl::unexpected(added.error());
        if (!has_order_)
            return fail(ErrorCode::config_invalid,
                        at_place(table_.name(), {"de regel voor “*” ontbreekt", "the row for “*” is missing"}),
                        {"zeg daarin in welke volgorde gedeelde regio's worden genoemd",
                         "say in it in which order shared regions are named"});
        return std::move(read_);
    }

private:
    Result<void> add(const TableRow& row) {
        const auto numbers = numbers_of(row);
        if (!numbers) return tl::unexpected(numbers.error());
        const std::string& code = row.cells[0];
        if (code != any_other && !is_theme_or_domain(vocabularies_, code)) return unknown_code(row);
        const SchemeSet first = numbers->empty() ? 0 : SchemeSet{1} << numbers->front();
        const bool fresh =
            code == any_other ? !std::exchange(has_order_, true) : read_.by_code_.emplace(code, first).second;
        if (!fresh)
            return invalid_row(table_, row,
                               {fmt::format("“{}” staat er twee keer", code), fmt::format("“{}” is given twice", code)},
                               {"laat één van beide regels staan", "keep one of the two rows"});
        if (code == any_other)
            for (std::size_t i = 0; i < numbers->size(); ++i) read_.preference_[(*numbers)[i]] = i;
        return {};
    }

    /// Of the schemes of a row that there are tables for.
    Result<std::vector<std::size_t>> numbers_of(const TableRow& row) const {
        std::vector<std::size_t> numbers;
        for (const std::string& scheme : words_of(row.cells[1])) {
            const std::size_t number = read_.number_of(scheme);
            if (number < read_.schemes_.size())
                numbers.push_back(number);
            else if (std::find(absent_.begin(), absent_.end(), scheme) == absent_.end())
                return unknown_scheme(row, scheme);
        }
        return numbers;
    }

    tl::unexpected<Error> unknown_code(const TableRow& row) const {
        std::vector<std::string_view> known;
        for (const std::string_view name : {"thema", "domein"})
            for (const Concept& entry : vocabularies_.at(name).concepts()) known.push_back(entry.code);
        const std::string& code = row.cells[0];
        return invalid_row(
            table_, row,
            {fmt::format("“{}” is geen thema of domein", code), fmt::format("“{}” is not a theme or domain", code)},
            did_you_mean(nearest(code, known), {"gebruik een code uit themas.xml of domeinen.xml",
                                                "use a code from themas.xml or domeinen.xml"}));
    }

    tl::unexpected<Error> unknown_scheme(const TableRow& row, const std::string& scheme) const {
        const std::vector<std::string_view> known(read_.schemes_.begin(), read_.schemes_.end());
        return invalid_row(
            table_, row,
            {fmt::format("er is geen regio-indeling “{}”", scheme),
             fmt::format("there is no region scheme “{}”", scheme)},
            did_you_mean(nearest(scheme, known), {"zet haar achter “# mag ontbreken:” als haar tabel later komt",
                                                  "put it behind “# mag ontbreken:” when its table comes later"}));
    }

    const TableFile& table_;
    const Vocabularies& vocabularies_;
    std::vector<std::string> absent_;
    ThemeSchemes read_;
    bool has_order_ = false;
};

Result<ThemeSchemes> ThemeSchemes::load(const std::filesystem::path& file, const Vocabularies& vocabularies,
                                        const RegionTable& regions) {
    return TableFile::read(file, columns, ErrorCode::config_invalid).and_then([&](const TableFile& table) {
        return ThemeSchemeReader(table, vocabularies, regions).read();
    });
}

SchemeSet ThemeSchemes::scheme_of(std::string_view code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? 0 : found->second;
}

std::size_t ThemeSchemes::number_of(std::string_view scheme) const {
    const auto found = std::lower_bound(schemes_.begin(), schemes_.end(), scheme);
    return found != schemes_.end() && *found == scheme ? static_cast<std::size_t>(found - schemes_.begin())
                                                       : schemes_.size();
}

}  // namespace schakel
