#include "corpus/readers/metadata/metadata_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <unicode/locid.h>

#include "config/date.hpp"
#include "config/folding.hpp"
#include "corpus/language_tag.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

/// What a term of a standard, folded, is in a record.
struct Translation {
    std::string_view term;
    std::string_view ours;
};

std::optional<std::string> translated(std::span<const Translation> translations, std::string_view folded) {
    const auto found = std::ranges::find(translations, folded, &Translation::term);
    return found == translations.end() ? std::nullopt : std::optional{std::string{found->ours}};
}

constexpr std::array months{
    Translation{"januari", "01"},   Translation{"february", "02"}, Translation{"februari", "02"},
    Translation{"january", "01"},   Translation{"maart", "03"},    Translation{"march", "03"},
    Translation{"april", "04"},     Translation{"mei", "05"},      Translation{"may", "05"},
    Translation{"juni", "06"},      Translation{"june", "06"},     Translation{"juli", "07"},
    Translation{"july", "07"},      Translation{"augustus", "08"}, Translation{"august", "08"},
    Translation{"september", "09"}, Translation{"oktober", "10"},  Translation{"october", "10"},
    Translation{"november", "11"},  Translation{"december", "12"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

/// The date, unless its year is none that a record can have or its day does not exist.
std::optional<MetadataDate> date_of(std::string_view year, std::string_view day_of_year) {
    constexpr int first_year = 1500;
    constexpr int last_year = 2100;
    int number = 0;
    if (year.size() != 4 || !is_number(year)) return std::nullopt;
    std::from_chars(year.data(), year.data() + year.size(), number);
    if (number < first_year || number > last_year) return std::nullopt;
    if (day_of_year.empty()) return MetadataDate{number, {}};
    std::string day = fmt::format("{}-{}", year, day_of_year);
    if (!is_iso_date(day)) return std::nullopt;
    return MetadataDate{number, std::move(day)};
}

/// A date that starts with its year, and what may stand behind that.
std::optional<MetadataDate> date_from_year(std::string_view text) {
    const std::string_view year = text.substr(0, 4);
    const std::string_view rest = text.substr(4);
    if (rest.empty()) return date_of(year, {});
    if (is_number(rest) && rest.size() == 4)
        return date_of(year, fmt::format("{}-{}", rest.substr(0, 2), rest.substr(2)));
    if (rest.front() == '/' && rest.size() > 4) return date_of(year, {});
    if (rest.front() != '-') return std::nullopt;
    const std::string_view month_and_day = rest.substr(1, rest.substr(1).find_first_of("T /"));
    if (month_and_day.size() == 5) return date_of(year, month_and_day);
    const bool is_month = month_and_day.size() == 2 && date_of(year, fmt::format("{}-01", month_and_day));
    return is_month ? date_of(year, {}) : std::nullopt;
}

/// "29", "-5-", … → the parts of a date that has its day in front.
std::optional<std::array<std::string_view, 3>> three_parts(std::string_view text, char border) {
    const std::size_t first = text.find(border);
    const std::size_t second = first == std::string_view::npos ? first : text.find(border, first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    return std::array{text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

std::optional<MetadataDate> date_from_day(std::string_view text) {
    for (const char border : {'-', '/', '.', ' '}) {
        const auto parts = three_parts(text, border);
        if (!parts) continue;
        const auto [day, month, year] = *parts;
        if (!is_number(day) || day.size() > 2) return std::nullopt;
        const std::string number = is_number(month) ? std::string{month} : translated(months, month).value_or("");
        return date_of(year, fmt::format("{:0>2}-{:0>2}", number, day));
    }
    return std::nullopt;
}

constexpr std::array languages{
    Translation{"nederlands", "nl"},  Translation{"dutch", "nl"},   Translation{"engels", "en"},
    Translation{"english", "en"},     Translation{"duits", "de"},   Translation{"german", "de"},
    Translation{"frans", "fr"},       Translation{"french", "fr"},  Translation{"fries", "fy"},
    Translation{"frisian", "fy"},     Translation{"frysk", "fy"},   Translation{"papiaments", "pap"},
    Translation{"papiamento", "pap"}, Translation{"spaans", "es"},  Translation{"spanish", "es"},
    Translation{"turks", "tr"},       Translation{"turkish", "tr"}, Translation{"arabisch", "ar"},
    Translation{"arabic", "ar"},      Translation{"pools", "pl"},   Translation{"polish", "pl"},
};

constexpr std::array no_languages{std::string_view{"und"}, std::string_view{"mul"}, std::string_view{"zxx"},
                                  std::string_view{"mis"}};

/// "nld" and "dut" → "nl": ICU knows which code replaces another.
std::string canonical_tag(const std::string& tag) {
    UErrorCode status = U_ZERO_ERROR;
    std::string canonical = icu::Locale::createCanonical(tag.c_str()).toLanguageTag<std::string>(status);
    return U_SUCCESS(status) != 0 ? canonical : tag;
}

/// A scheme of identifiers: the ways to write its start, and the address that resolves what follows.
struct IdentifierScheme {
    std::string_view start;  // folded
    std::string_view resolver;
};

/// Addresses of a resolver come first, so that an old address of it becomes the present one.
constexpr std::array schemes{
    IdentifierScheme{"https://dx.doi.org/", "https://doi.org/"},
    IdentifierScheme{"http://dx.doi.org/", "https://doi.org/"},
    IdentifierScheme{"http://doi.org/", "https://doi.org/"},
    IdentifierScheme{"https://", "https://"},
    IdentifierScheme{"http://", "http://"},
    IdentifierScheme{"info:doi/", "https://doi.org/"},
    IdentifierScheme{"doi:", "https://doi.org/"},
    IdentifierScheme{"10.", "https://doi.org/10."},
    IdentifierScheme{"info:hdl/", "https://hdl.handle.net/"},
    IdentifierScheme{"hdl:", "https://hdl.handle.net/"},
    IdentifierScheme{"urn:nbn:nl:", "https://persistent-identifier.nl/urn:nbn:nl:"},
};

/// "10.1000/182", but not "10.30 uur".
bool is_bare_doi(std::string_view text) {
    const std::size_t slash = text.find('/');
    return text.starts_with("10.") && slash != std::string_view::npos && slash >= 7 &&
           std::ranges::all_of(text.substr(3, slash - 3), [](char c) { return is_digit(c) || c == '.'; });
}

constexpr std::array prefixes_of_kinds{
    std::string_view{"info:eu-repo/semantics/"},      std::string_view{"http://purl.org/coar/resource_type/"},
    std::string_view{"http://purl.org/dc/dcmitype/"}, std::string_view{"https://schema.org/"},
    std::string_view{"http://schema.org/"},           std::string_view{"dcmitype:"},
};

/// Terms of info:eu-repo, COAR (resource types 3.1), DCMI types and the MARC genre list, folded. Empty: says nothing about the kind.
constexpr std::array kinds{
    Translation{"article", "artikel"},
    Translation{"journal article", "artikel"},
    Translation{"contributiontoperiodical", "artikel"},
    Translation{"preprint", "artikel"},
    Translation{"workingpaper", "notitie"},
    Translation{"report", "rapport"},
    Translation{"reportpart", "rapport"},
    Translation{"doctoralthesis", "proefschrift"},
    Translation{"doctoral thesis", "proefschrift"},
    Translation{"phd thesis", "proefschrift"},
    Translation{"masterthesis", "masterscriptie"},
    Translation{"master thesis", "masterscriptie"},
    Translation{"masters thesis", "masterscriptie"},
    Translation{"bachelor thesis", "bachelorscriptie"},
    Translation{"bachelorthesis", "bachelorscriptie"},
    Translation{"studentthesis", "scriptie"},
    Translation{"book", "boek"},
    Translation{"bookpart", "hoofdstuk"},
    Translation{"book chapter", "hoofdstuk"},
    Translation{"conferenceobject", "congresbijdrage"},
    Translation{"conference publication", "congresbijdrage"},
    Translation{"lecture", "lezing"},
    Translation{"review", "recensie"},
    Translation{"annotation", "annotatie"},
    Translation{"dataset", "dataset"},
    Translation{"c_6501", "artikel"},
    Translation{"c_8042", "notitie"},
    Translation{"c_93fc", "rapport"},
    Translation{"c_18gh", "rapport"},
    Translation{"c_18ws", "rapport"},
    Translation{"c_db06", "proefschrift"},
    Translation{"c_bdcc", "masterscriptie"},
    Translation{"c_7a1f", "bachelorscriptie"},
    Translation{"c_2f33", "boek"},
    Translation{"c_3248", "hoofdstuk"},
    Translation{"c_5794", "congresbijdrage"},
    Translation{"c_ddb1", "dataset"},
    Translation{"c_18cf", ""},
    Translation{"c_1843", ""},
    Translation{"text", ""},
    Translation{"collection", ""},
    Translation{"other", ""},
    Translation{"draft", ""},
    Translation{"submittedversion", ""},
    Translation{"acceptedversion", ""},
    Translation{"publishedversion", ""},
    Translation{"updatedversion", ""},
};

constexpr std::array forms{
    Translation{"text", "lezen"},
    Translation{"pdf", "lezen"},
    Translation{"docx", "lezen"},
    Translation{"odt", "lezen"},
    Translation{"html", "lezen"},
    Translation{"application/pdf", "lezen"},
    Translation{"application/epub", "lezen"},
    Translation{"application/msword", "lezen"},
    Translation{"application/vnd.openxmlformats-officedocument.wordprocessingml", "lezen"},
    Translation{"application/vnd.oasis.opendocument.text", "lezen"},
    Translation{"video/", "kijken-of-luisteren"},
    Translation{"audio/", "kijken-of-luisteren"},
    Translation{"moving image", "kijken-of-luisteren"},
    Translation{"sound recording", "kijken-of-luisteren"},
};

}  // namespace

std::optional<MetadataDate> metadata_date(std::string_view written) {
    constexpr std::size_t longest_date = 64;
    if (written.size() > longest_date) return std::nullopt;
    const std::string text = one_line(written);
    const bool starts_with_year = text.size() >= 4 && is_number(std::string_view{text}.substr(0, 4));
    return starts_with_year ? date_from_year(text) : date_from_day(fold(text));
}

std::optional<std::string> metadata_language(std::string_view written) {
    std::string text = one_line(written);
    if (auto name = translated(languages, fold(text))) return name;
    std::ranges::replace(text, '_', '-');
    const auto tag = language_tag(text);
    if (!tag || std::ranges::find(no_languages, tag->substr(0, 3)) != no_languages.end()) return std::nullopt;
    return language_tag(canonical_tag(*tag));
}

std::optional<std::string> metadata_address(std::string_view identifier) {
    constexpr std::size_t longest_start = 24;
    const std::string text = one_line(identifier);
    const std::string start = fold(std::string_view{text}.substr(0, longest_start));
    for (const IdentifierScheme& scheme : schemes) {
        if (!start.starts_with(scheme.start) || (scheme.start == "10." && !is_bare_doi(text))) continue;
        std::string rest = text.substr(scheme.start.size());
        if (rest.starts_with(' ')) rest.erase(0, 1);  // "doi: 10.1000/182"
        const bool is_address =
            !rest.empty() && rest.front() != '/' && rest.find_first_of(" \"<>") == std::string::npos;
        return is_address ? std::optional{std::string{scheme.resolver} + rest} : std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> metadata_kind(std::string_view written) {
    std::string text = one_line(written);
    for (const std::string_view prefix : prefixes_of_kinds)
        if (text.starts_with(prefix)) text.erase(0, prefix.size());
    auto kind = translated(kinds, fold(text));
    if (!kind) kind = std::move(text);
    return metadata_address(*kind) ? std::nullopt : kind;
}

std::optional<std::string> metadata_form(std::string_view media_type) {
    const std::string folded = fold(media_type);  // a type with parameters still starts with its name
    const auto found =
        std::ranges::find_if(forms, [&](const Translation& form) { return folded.starts_with(form.term); });
    return found == forms.end() ? std::nullopt : std::optional{std::string{found->ours}};
}

}  // namespace schakel
