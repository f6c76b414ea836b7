#include "searchd/ranking/best_bets.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>

#include "config/table_file.hpp"
#include "searchd/ranking/invalid_row.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_ids = 5;
constexpr std::array<TableColumn, 2> columns{{{"vraag", true}, {"kennisproducten", true}}};

bool is_plain_word(const QueryClause& clause) {
    return !clause.quoted && !clause.excluded && !clause.text_field && !clause.values && clause.pattern.empty() &&
           !clause.alternatives.empty() && clause.alternatives.front().arrangement == Arrangement::single;
}

/// What the words of a query are recognised by; none when it is more than words.
std::optional<std::string> key_of(const Query& query) {
    const bool plain = std::all_of(query.clauses.begin(), query.clauses.end(), is_plain_word);
    if (query.condition || !plain || query.clauses.empty()) return std::nullopt;
    std::vector<std::string_view> terms;
    for (const QueryClause* clause : query.wanted()) terms.push_back(clause->alternatives.front().terms.front().term);
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return fmt::format("{}", fmt::join(terms, " "));
}

/// Reads the rows one by one; the first error ends it.
class BestBetReader {
public:
    BestBetReader(const TableFile& table, const QueryReader& read_query) : table_(table), read_query_(read_query) {}

    Result<StringMap<std::vector<std::string>>> read() {
        for (const TableRow& row : table_.rows())
            if (auto added = add(row); !added) return tl::unexpected(added.error());
        return std::move(by_words_);
    }

private:
    Result<void> add(const TableRow& row) {
        const auto key = key_of(read_query_(row.cells[0]));
        if (!key) return no_plain_query(row);
        auto ids = ids_of(row);
        if (!ids) return tl::unexpected(ids.error());
        const auto [first, fresh] = lines_.emplace(*key, row.line);
        if (!fresh) return same_query(row, first->second);
        by_words_.emplace(*key, std::move(*ids));
        return {};
    }

    Result<std::vector<std::string>> ids_of(const TableRow& row) const {
        std::istringstream stream(row.cells[1]);
        std::vector<std::string> ids;
        for (std::string id; stream >> id;) {
            if (std::find(ids.begin(), ids.end(), id) != ids.end())
                return invalid_row(table_, row,
                                   {fmt::format("“{}” staat er twee keer", id), fmt::format("“{}” is given twice", id)},
                                   {"noem elk kennisproduct één keer", "name every product once"});
            ids.push_back(id);
        }
        if (ids.size() > most_ids)
            return invalid_row(table_, row,
                               {fmt::format("{} kennisproducten; het mogen er {} zijn", ids.size(), most_ids),
                                fmt::format("{} products; {} are allowed", ids.size(), most_ids)},
                               {"kies de beste; de rest staat eronder", "choose the best; the rest follows below"});
        return ids;
    }

    tl::unexpected<Error> no_plain_query(const TableRow& row) const {
        return invalid_row(table_, row,
                           {fmt::format("“{}” is geen vraag van gewone woorden", row.cells[0]),
                            fmt::format("“{}” is not a query of plain words", row.cells[0])},
                           {"schrijf de woorden zonder aanhalingstekens, sterretjes, EN, OF en NIET",
                            "write the words without quotes, asterisks, AND, OR and NOT"});
    }

    tl::unexpected<Error> same_query(const TableRow& row, std::size_t line) const {
        return invalid_row(table_, row,
                           {fmt::format("“{}” is dezelfde vraag als op regel {}", row.cells[0], line),
                            fmt::format("“{}” is the same query as on line {}", row.cells[0], line)},
                           {"de volgorde en de vorm van woorden maken niet uit; voeg de twee regels samen",
                            "the order and form of words do not matter; join the two rows"});
    }

    const TableFile& table_;
    const QueryReader& read_query_;
    StringMap<std::vector<std::string>> by_words_;
    StringMap<std::size_t> lines_;
};

}  // namespace

Result<BestBets> BestBets::load(const std::filesystem::path& file, const QueryReader& read_query) {
    const auto table = TableFile::read(file, columns, ErrorCode::config_invalid);
    if (!table) return tl::unexpected(table.error());
    auto read = BestBetReader(*table, read_query).read();
    if (!read) return tl::unexpected(read.error());
    BestBets bets;
    bets.by_words_ = std::move(*read);
    return bets;
}

std::span<const std::string> BestBets::ids_for(const Query& query) const {
    if (by_words_.empty()) return {};
    const auto key = key_of(query);
    if (!key) return {};
    const auto found = by_words_.find(*key);
    return found == by_words_.end() ? std::span<const std::string>() : std::span<const std::string>(found->second);
}

void promote(std::vector<RankedDocument>& top, std::span<const RankedDocument> chosen, std::size_t capacity) {
    const auto is_chosen = [&](const RankedDocument& hit) {
        return std::any_of(chosen.begin(), chosen.end(),
                           [&](const RankedDocument& first) { return first.document == hit.document; });
    };
    std::erase_if(top, is_chosen);
    top.insert(top.begin(), chosen.begin(), chosen.end());
    if (top.size() > capacity) top.resize(capacity);
}

}  // namespace schakel
