#include "searchd/query_log/personal_text.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "config/folding.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_characters = 100;
constexpr std::size_t fewest_digits = 9;  // a burgerservicenummer has nine, a telephone number ten

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool separates_digits(char c) {
    return c == ' ' || c == '.' || c == '-' || c == '/' || c == '(' || c == ')' || c == '+';
}

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_address(std::string_view folded) {
    const std::size_t at = folded.find('@');
    return at != std::string_view::npos && at > 0 && folded[at - 1] != ' ' && at + 1 < folded.size() &&
           folded[at + 1] != ' ';
}

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// Digits behind each other with at most spaces and signs between them, unless all of them are years.
bool has_long_number(std::string_view folded) {
    std::size_t digits = 0;
    bool years = true;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && is_digit(folded[end])) ++end;
        if (end > at) {
            digits += end - at;
            years = years && is_year(folded.substr(at, end - at));
            if (digits >= fewest_digits && !years) return true;
            at = end;
            continue;
        }
        if (!separates_digits(folded[at])) {
            digits = 0;
            years = true;
        }
        ++at;
    }
    return false;
}

/// "1234 AB 12", "1234ab 12": between them a postcode and a house number name one household. With a space the letters
/// are only those of a postcode when they are capitals ("2015 en 2016").
bool has_household(std::string_view typed) {
    for (std::size_t at = 0; at + 6 < typed.size(); ++at) {
        const bool begins = at == 0 || !is_digit(typed[at - 1]);
        if (!begins || !std::all_of(typed.begin() + static_cast<std::ptrdiff_t>(at),
                                    typed.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit))
            continue;
        std::string_view rest = typed.substr(at + 4);
        const bool space = rest.front() == ' ';
        if (space) rest.remove_prefix(1);
        const auto fits = [&](char c) { return is_upper(c) || (!space && is_letter(c)); };
        if (rest.size() < 3 || !fits(rest[0]) || !fits(rest[1])) continue;
        rest.remove_prefix(2);
        if (rest.front() == ' ' && rest.size() > 1) rest.remove_prefix(1);
        if (is_digit(rest.front())) return true;
    }
    return false;
}

bool is_part_of_word(char c) { return c != ' ' && c != ',' && c != '.' && c != '"' && c != '(' && c != ')'; }

}  // namespace

Result<PersonalText> PersonalText::load(const std::filesystem::path& recognition) {
    constexpr std::array<TableColumn, 1> columns{{{"voornaam", true}}};
    const auto table = TableFile::read(recognition / "voornamen.tsv", columns, ErrorCode::language_data_invalid);
    if (!table) return tl::unexpected(table.error());
    StringSet names;
    for (const TableRow& row : table->rows()) names.insert(fold(row.cells.front()));
    return PersonalText(std::move(names));
}

bool PersonalText::has_name(std::string_view folded) const {
    bool after_name = false;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && is_part_of_word(folded[end])) ++end;
        if (end == at) {
            ++at;
            continue;
        }
        if (after_name) return true;
        after_name = first_names_.contains(folded.substr(at, end - at));
        at = end;
    }
    return false;
}

bool PersonalText::is_in(std::string_view typed) const {
    if (characters(typed) > most_characters) return true;
    const std::string folded = fold(typed);
    return has_address(folded) || has_long_number(folded) || has_household(typed) || has_name(folded);
}

}  // namespace schakel
