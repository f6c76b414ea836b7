#include "analyzers/spelling/confusions.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "analyzers/spelling/letters.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

constexpr std::array<TableColumn, 4> columns{{{"geschreven", true}, {"bedoeld", true}, {"kosten", true}, {"uitleg"}}};
constexpr unsigned highest_cost = 300;

tl::unexpected<Error> bad_row(const TableFile& table, const TableRow& row) {
    const std::string place = table.place(row.line);
    return fail(
        ErrorCode::language_data_invalid,
        {fmt::format("{}: \"{}\" voor \"{}\" met kosten \"{}\" is geen verwisseling.", place, row.cells[0],
                     row.cells[1], row.cells[2]),
         fmt::format("{}: \"{}\" for \"{}\" with cost \"{}\" is no confusion.", place, row.cells[0], row.cells[1],
                     row.cells[2])},
        {"Geef verschillende letters, en kosten van 1 tot 300.", "Give different letters, and a cost from 1 to 300."});
}

/// The letters of a cell; - stands for none, _ for a space.
std::optional<std::string> cell_letters(std::string_view cell) {
    auto letters = cell == "-" ? std::string() : to_letters(cell);
    if (letters) std::replace(letters->begin(), letters->end(), '_', ' ');
    return letters;
}

std::optional<Confusion> confusion_of(const TableRow& row) {
    Confusion confusion;
    std::string_view written = row.cells[0];
    confusion.at_start = written.starts_with('^');
    if (confusion.at_start) written.remove_prefix(1);
    confusion.at_end = written.ends_with('$');
    if (confusion.at_end) written.remove_suffix(1);
    const auto letters = written.empty() ? std::string() : cell_letters(written);
    const auto meant = cell_letters(row.cells[1]);
    const std::string& cost = row.cells[2];
    const auto read = std::from_chars(cost.data(), cost.data() + cost.size(), confusion.cost);
    const bool whole = read.ec == std::errc() && read.ptr == cost.data() + cost.size();
    if (!letters || !meant || *letters == *meant || !whole || confusion.cost == 0 || confusion.cost > highest_cost)
        return std::nullopt;
    confusion.written = *letters;
    confusion.meant = *meant;
    return confusion;
}

bool is_vowel(char plain) {
    return plain == 'a' || plain == 'e' || plain == 'i' || plain == 'o' || plain == 'u' || plain == 'y';
}
bool is_letter(char plain) { return plain >= 'a' && plain <= 'z'; }
bool joins_words(char letter) { return letter == '-' || letter == ' ' || letter == '\'' || letter == '.'; }

/// Keys above and beside each other on the keyboard that Dutch offices use (US international).
bool are_neighbours(char a, char b) {
    static constexpr std::array<std::string_view, 26> neighbours{
        "qwsz",   "vghn",  "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko",
        "huikmn", "jiolm", "kop",  "njk",    "bhjm", "iklp",   "ol",     "wa",     "edft",
        "awedxz", "rfgy",  "yhji", "cfgb",   "qase", "zsdc",   "tghu",   "asx"};
    return is_letter(a) && is_letter(b) &&
           neighbours[static_cast<std::size_t>(a - 'a')].find(b) != std::string_view::npos;
}

/// Letters that sound alike in some position.
bool sound_alike(char a, char b) {
    static constexpr std::array<std::string_view, 12> pairs{"dt", "sz", "fv", "ck", "gh", "bp",
                                                            "iy", "ij", "cs", "vw", "mn", "ou"};
    for (const std::string_view pair : pairs)
        if ((a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0])) return true;
    return false;
}

unsigned accent_cost(char written, char meant) {
    if (lower_letter(written) == lower_letter(meant)) return 3;
    if (has_accent(written) && has_accent(meant)) return 8;
    return has_accent(written) ? 14 : 10;
}

unsigned substitution_cost(char written, char meant) {
    if (written == meant) return 0;
    const char a = plain_letter(written);
    const char b = plain_letter(meant);
    if (a == b) return accent_cost(written, meant);
    if (joins_words(a) && joins_words(b)) return 25;
    const unsigned accent = has_accent(written) != has_accent(meant) ? 10 : 0;
    if (sound_alike(a, b)) return 60 + accent;
    if (is_vowel(a) && is_vowel(b)) return 80 + accent;
    if (are_neighbours(a, b)) return 90 + accent;
    return letter_cost::one_edit + 5 + accent;
}

/// By 256 × written + meant; the search asks it too often to work it out each time.
std::vector<std::uint8_t> substitution_costs() {
    std::vector<std::uint8_t> costs;
    costs.reserve(256 * 256);
    for (int written = 0; written < 256; ++written)
        for (int meant = 0; meant < 256; ++meant)
            costs.push_back(
                static_cast<std::uint8_t>(substitution_cost(static_cast<char>(written), static_cast<char>(meant))));
    return costs;
}

}  // namespace

namespace letter_cost {

unsigned substituted(char written, char meant) {
    static const std::vector<std::uint8_t> costs = substitution_costs();
    return costs[static_cast<unsigned char>(written) * 256U + static_cast<unsigned char>(meant)];
}

unsigned left_out(char meant, char before, char after) {
    const char plain = plain_letter(meant);
    if (joins_words(plain)) return 40;
    if (plain == plain_letter(before) || plain == plain_letter(after)) return 40;
    return 85;
}

unsigned added(char written, char before, char after) {
    const char plain = plain_letter(written);
    if (joins_words(plain)) return 40;
    if (plain == plain_letter(before) || plain == plain_letter(after)) return 40;
    return is_vowel(plain) ? 85 : 95;
}

}  // namespace letter_cost

Result<Confusions> Confusions::load(const std::vector<std::filesystem::path>& files) {
    Confusions confusions;
    for (const std::filesystem::path& file : files) {
        const auto table = TableFile::read(file, columns, ErrorCode::language_data_invalid);
        if (!table) return tl::unexpected(table.error());
        if (const auto added = confusions.add(*table); !added) return tl::unexpected(added.error());
    }
    return confusions;
}

Result<Confusions> Confusions::parse(std::string name, std::string_view text) {
    const auto table = TableFile::parse(std::move(name), text, columns, ErrorCode::language_data_invalid);
    if (!table) return tl::unexpected(table.error());
    Confusions confusions;
    if (const auto added = confusions.add(*table); !added) return tl::unexpected(added.error());
    return confusions;
}

Result<void> Confusions::add(const TableFile& table) {
    for (const TableRow& row : table.rows()) {
        auto confusion = confusion_of(row);
        if (!confusion) return bad_row(table, row);
        const char first = confusion->written.empty() ? '\0' : plain_letter(confusion->written.front());
        by_letter_[static_cast<unsigned char>(first)].push_back(std::move(*confusion));
    }
    return {};
}

std::span<const Confusion> Confusions::beginning_with(char letter) const {
    return by_letter_[static_cast<unsigned char>(letter)];
}

}  // namespace schakel
