#include "corpus/readers/office/office_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include <unicode/uchar.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::array<std::string_view, 21> empty_titles{
    "document", "nieuw document", "new document",  "titel",    "title",          "[titel]",  "[title]",
    "untitled", "naamloos",       "zonder titel",  "no title", "geen titel",     "onbekend", "unknown",
    "sjabloon", "word document",  "word-document", "template", "microsoft word", "dia 1",    "powerpoint-presentatie"};

constexpr std::array<std::string_view, 6> title_openings{"microsoft word - ", "document",  "titel van ",
                                                         "[titel van ",       "naamloos ", "untitled "};

constexpr std::array<std::string_view, 10> file_endings{".doc", ".docx", ".dot", ".dotx", ".docm",
                                                        ".odt", ".ott",  ".rtf", ".pdf",  ".txt"};

constexpr std::array<std::string_view, 24> general_headings{
    "inhoud",      "inhoudsopgave", "inhoudstafel", "inleiding",         "voorwoord",    "woord vooraf",
    "ten geleide", "samenvatting",  "colofon",      "aanleiding",        "achtergrond",  "algemeen",
    "bijlage",     "bijlagen",      "contents",     "table of contents", "introduction", "preface",
    "foreword",    "summary",       "abstract",     "background",        "colophon",     "references"};

constexpr std::array<std::string_view, 16> general_authors{"administrator",
                                                           "admin",
                                                           "auteur",
                                                           "author",
                                                           "gebruiker",
                                                           "user",
                                                           "owner",
                                                           "eigenaar",
                                                           "unknown",
                                                           "onbekend",
                                                           "windows user",
                                                           "windows-gebruiker",
                                                           "microsoft office user",
                                                           "microsoft office-gebruiker",
                                                           "microsoft account",
                                                           "python-docx"};

constexpr std::array<std::string_view, 9> picture_endings{".jpg", ".jpeg", ".png", ".gif", ".bmp",
                                                          ".tif", ".tiff", ".emf", ".wmf"};

constexpr std::array<std::string_view, 9> added_by_programs{
    "AppVersion", "DocSecurity",   "HyperlinksChanged",     "LinksUpToDate", "ScaleCrop",
    "ShareDoc",   "ContentTypeId", "MediaServiceImageTags", "TaxCatchAll"};
constexpr std::array<std::string_view, 2> openings_of_programs{"MSIP_Label_", "_dlc_Doc"};

constexpr std::array<std::string_view, 4> zero_dates{"1601-01-01", "1900-01-01", "1970-01-01", "1980-01-01"};

/// Letters of ASCII in lower case, which is enough for the words above.
std::string in_lower_case(std::string_view text) {
    std::string lower{text};
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

bool has_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto code_point = next_code_point(text, at);
        if (code_point && u_isalpha(static_cast<UChar32>(*code_point)) != 0) return true;
    }
    return false;
}

bool contains(const auto& words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

/// "Document1", "document 12": the opening, and then nothing but a number.
bool is_numbered(std::string_view title, std::string_view opening) {
    if (!title.starts_with(opening)) return false;
    title.remove_prefix(opening.size());
    return std::ranges::all_of(title, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
}

std::string_view without_number(std::string_view heading) {
    return heading.substr(std::min(heading.find_first_not_of("0123456789. "), heading.size()));
}

}  // namespace

bool is_document_title(std::string_view written) {
    const std::string title = in_lower_case(written);
    const bool is_file = std::ranges::any_of(file_endings, [&](std::string_view end) { return title.ends_with(end); });
    const bool is_filled_in = std::ranges::any_of(title_openings, [&](std::string_view opening) {
        return opening == "document" ? is_numbered(title, opening) : title.starts_with(opening);
    });
    return has_letter(title) && !is_file && !is_filled_in && !contains(empty_titles, title);
}

bool is_telling_heading(std::string_view heading) {
    const std::string words = in_lower_case(without_number(heading));
    return has_letter(words) && !contains(general_headings, words);
}

bool is_author_name(std::string_view written) {
    return has_letter(written) && !contains(general_authors, in_lower_case(written));
}

bool is_picture_file(std::string_view written) {
    const std::string name = in_lower_case(written);
    return std::ranges::any_of(picture_endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_added_by_program(std::string_view property) {
    return contains(added_by_programs, property) ||
           std::ranges::any_of(openings_of_programs,
                               [&](std::string_view begin) { return property.starts_with(begin); });
}

bool is_zero_date(std::string_view written) { return contains(zero_dates, written.substr(0, 10)); }

}  // namespace schakel
