#include "analyzers/recognition/publication_year.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/recognition/scanned_word.hpp"
#include "config/folding.hpp"

namespace schakel {
namespace {

constexpr double by_title = 0.75;
constexpr double by_date_line = 0.85;
constexpr double by_copyright = 0.9;
constexpr std::size_t most_words_in_date_line = 6;
constexpr std::size_t longest_line = 120;  // bytes; a longer one is running text
constexpr int first_year = 1900;
constexpr int last_year = 2099;

constexpr std::array<std::string_view, 14> yearly_kinds{
    "jaarverslag", "jaarrapportage",  "jaarbericht", "jaaroverzicht", "jaarrekening", "jaarboek",  "jaardocument",
    "jaarrapport", "halfjaarbericht", "kerncijfers", "monitor",       "feitenkaart",  "factsheet", "trendrapport"};

constexpr std::array<std::string_view, 12> months{"januari",   "februari", "maart",    "april",
                                                  "mei",       "juni",     "juli",     "augustus",
                                                  "september", "oktober",  "november", "december"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> year_of(std::string_view word) {
    if (word.size() != 4 || !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    int year = 0;
    for (const char c : word) year = year * 10 + (c - '0');
    if (year < first_year || year > last_year) return std::nullopt;
    return year;
}

/// Nearly every line has none, and then there is nothing to look for in it.
bool may_have_year(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits == 4) return true;
    }
    return false;
}

struct Line {
    std::string_view text;
    std::vector<ScannedWord> words;

    explicit Line(std::string_view line) : text(line) { scan_words(line, KnownWords::none(), words); }
    std::string_view word(std::size_t i) const { return text.substr(words[i].begin, words[i].end - words[i].begin); }
    RecognisedYear year(int value, double confidence) const {
        return {value, confidence, evidence_around(text, 0, text.size())};
    }
};

/// 2013-2016 and 2014/2015 are periods.
bool is_part_of_period(const Line& line, std::size_t i) {
    const auto joins = [&](std::size_t a, std::size_t b) {
        const std::string gap = fold(line.text.substr(line.words[a].end, line.words[b].begin - line.words[a].end));
        return gap.find_first_of("-/") != std::string::npos && line.words[a].letter_case == LetterCase::number &&
               line.words[b].letter_case == LetterCase::number;
    };
    return (i > 0 && joins(i - 1, i)) || (i + 1 < line.words.size() && joins(i, i + 1));
}

std::optional<RecognisedYear> year_of_copyright(const Line& line) {
    const std::size_t sign = line.text.find("©");
    const std::size_t word = fold(line.text).find("copyright");
    if (sign == std::string_view::npos && word == std::string::npos) return std::nullopt;
    for (std::size_t i = line.words.size(); i-- > 0;)  // of a period the last
        if (const auto year = year_of(line.word(i))) return line.year(*year, by_copyright);
    return std::nullopt;
}

/// “Utrecht, 12 januari 2015”: the year ends the line, a month stands before it, and what else there is begins with a
/// capital or is a day.
std::optional<RecognisedYear> year_of_date_line(const Line& line) {
    const std::size_t count = line.words.size();
    if (count < 2 || count > most_words_in_date_line) return std::nullopt;
    const auto year = year_of(line.word(count - 1));
    if (!year || !is_one_of(months, fold(line.word(count - 2)))) return std::nullopt;
    const bool only_places = std::all_of(line.words.begin(), line.words.end() - 2,
                                         [](const ScannedWord& word) { return word.letter_case != LetterCase::lower; });
    const bool datum = fold(line.word(0)) == "datum" || fold(line.word(0)) == "versie";
    if (!only_places && !datum) return std::nullopt;
    return line.year(*year, by_date_line);
}

}  // namespace

std::optional<RecognisedYear> year_in_title(std::string_view title) {
    if (title.size() > 4 * longest_line || !may_have_year(title)) return std::nullopt;
    const Line line(title);
    for (std::size_t i = 1; i < line.words.size(); ++i) {
        const auto year = year_of(line.word(i));
        if (!year || is_part_of_period(line, i)) continue;
        const bool yearly = std::any_of(
            line.words.begin(), line.words.begin() + static_cast<std::ptrdiff_t>(i), [&](const ScannedWord& word) {
                const std::string_view text = line.text.substr(word.begin, word.end - word.begin);
                return is_one_of(yearly_kinds, fold(text));
            });
        if (yearly) return line.year(*year, by_title);
    }
    return std::nullopt;
}

std::optional<RecognisedYear> year_in_text(std::string_view text) {
    std::optional<RecognisedYear> best;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view written = text.substr(begin, end - begin);
        begin = end + 1;
        if (written.size() > longest_line || !may_have_year(written)) continue;
        const Line line(written);
        auto year = year_of_copyright(line);
        if (!year) year = year_of_date_line(line);
        if (year && (!best || year->confidence > best->confidence)) best = std::move(year);
    }
    return best;
}

}  // namespace schakel
