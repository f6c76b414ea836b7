#include "config/error.hpp"

#include <array>
#include <cstddef>

namespace schakel {
namespace {

constexpr auto success_status = ExitStatus::success;
constexpr auto wrong_use = ExitStatus::wrong_use;
constexpr auto nothing_published = ExitStatus::nothing_published;

constexpr std::array rows{
    ErrorRow{ErrorCode::usage, "usage", wrong_use, 400, "Verkeerd gebruik", "Wrong use"},
    ErrorRow{ErrorCode::config_invalid, "config_invalid", wrong_use, 500, "Instelling klopt niet", "Invalid setting"},
    ErrorRow{ErrorCode::vocabulary_invalid, "vocabulary_invalid", nothing_published, 500, "Vocabulaire klopt niet",
             "Invalid vocabulary"},
    ErrorRow{ErrorCode::regions_invalid, "regions_invalid", nothing_published, 500, "Regiotabel klopt niet",
             "Invalid region table"},
    ErrorRow{ErrorCode::language_data_invalid, "language_data_invalid", nothing_published, 500,
             "Taalgegevens kloppen niet", "Invalid language data"},
    ErrorRow{ErrorCode::not_found, "not_found", wrong_use, 404, "Niet gevonden", "Not found"},
    ErrorRow{ErrorCode::unreadable, "unreadable", nothing_published, 500, "Niet leesbaar", "Unreadable"},
    ErrorRow{ErrorCode::unsupported_format, "unsupported_format", nothing_published, 415,
             "Bestandssoort niet ondersteund", "Unsupported format"},
    ErrorRow{ErrorCode::empty_source, "empty_source", nothing_published, 500, "Bron is leeg", "Empty source"},
    ErrorRow{ErrorCode::malformed, "malformed", nothing_published, 400, "Onjuiste vorm", "Malformed"},
    ErrorRow{ErrorCode::invalid_utf8, "invalid_utf8", nothing_published, 400, "Tekst is geen UTF-8", "Invalid UTF-8"},
    ErrorRow{ErrorCode::missing_field, "missing_field", nothing_published, 400, "Veld ontbreekt", "Missing field"},
    ErrorRow{ErrorCode::unknown_value, "unknown_value", nothing_published, 400, "Onbekende waarde", "Unknown value"},
    ErrorRow{ErrorCode::ambiguous_value, "ambiguous_value", nothing_published, 400, "Meerduidige waarde",
             "Ambiguous value"},
    ErrorRow{ErrorCode::duplicate_id, "duplicate_id", nothing_published, 400, "Kenmerk komt twee keer voor",
             "Duplicate id"},
    ErrorRow{ErrorCode::duplicate_work, "duplicate_work", nothing_published, 400, "Hetzelfde werk", "The same work"},
    ErrorRow{ErrorCode::blocked_product, "blocked_product", nothing_published, 404, "Kennisproduct is verwijderd",
             "Knowledge product was removed"},
    ErrorRow{ErrorCode::index_missing, "index_missing", nothing_published, 503, "Geen index", "No index"},
    ErrorRow{ErrorCode::index_mismatch, "index_mismatch", nothing_published, 503, "Index past niet bij dit programma",
             "Index does not match"},
    ErrorRow{ErrorCode::index_corrupt, "index_corrupt", nothing_published, 503, "Index is beschadigd",
             "Index is damaged"},
    ErrorRow{ErrorCode::index_locked, "index_locked", nothing_published, 503, "Index is bezet", "Index is locked"},
    ErrorRow{ErrorCode::verification_failed, "verification_failed", nothing_published, 500,
             "Nieuwe index is niet goedgekeurd", "Verification failed"},
    ErrorRow{ErrorCode::io, "io", nothing_published, 500, "Schrijven is mislukt", "Writing failed"},
    ErrorRow{ErrorCode::address_in_use, "address_in_use", nothing_published, 500, "Adres is al in gebruik",
             "Address in use"},
    ErrorRow{ErrorCode::bad_parameter, "bad_parameter", wrong_use, 400, "Onjuiste parameter", "Bad parameter"},
    ErrorRow{ErrorCode::method_not_allowed, "method_not_allowed", wrong_use, 405, "Methode niet toegestaan",
             "Method not allowed"},
    ErrorRow{ErrorCode::no_such_product, "no_such_product", wrong_use, 404, "Kennisproduct niet gevonden",
             "No such knowledge product"},
    ErrorRow{ErrorCode::overloaded, "overloaded", nothing_published, 503, "Te druk", "Overloaded"},
    ErrorRow{ErrorCode::internal, "internal", nothing_published, 500, "Interne fout", "Internal error"},
};

constexpr bool rows_follow_the_enumeration() {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].code) != i) return false;
    return true;
}

constexpr bool names_are_unique() {
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = i + 1; j < rows.size(); ++j)
            if (rows[i].name == rows[j].name) return false;
    return true;
}

constexpr bool every_row_is_filled_in() {
    for (const ErrorRow& row : rows) {
        if (row.name.empty() || row.title_nl.empty() || row.title_en.empty()) return false;
        if (row.exit_status == success_status || row.http_status < 400 || row.http_status > 599) return false;
    }
    return true;
}

/// Whether a text begins with an ordinary word in small letters, not with the name of a file or a field.
bool begins_with_a_word(std::string_view text) {
    const std::string_view word = text.substr(0, text.find(' '));
    return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

/// With a capital and a full stop.
std::string sentence(std::string text) {
    if (text.empty()) return text;
    if (begins_with_a_word(text)) text.front() = static_cast<char>(text.front() - 'a' + 'A');
    if (std::string_view(".?!").find(text.back()) == std::string_view::npos) text += '.';
    return text;
}

std::string sentences(const std::string& message, const std::string& hint) {
    return hint.empty() ? sentence(message) : sentence(message) + ' ' + sentence(hint);
}

// `internal` is the last enumerator, so a table of this size in this order holds every code.
static_assert(rows.size() == static_cast<std::size_t>(ErrorCode::internal) + 1);
static_assert(rows_follow_the_enumeration());
static_assert(names_are_unique());
static_assert(every_row_is_filled_in());

}  // namespace

std::span<const ErrorRow> error_table() { return rows; }

const ErrorRow& row_of(ErrorCode code) { return rows[static_cast<std::size_t>(code)]; }

std::string to_text(const Error& error, Language language) {
    std::string text = error.message.in(language);
    if (!error.hint.empty()) text += "\n → " + error.hint.in(language);
    return text;
}

Text to_sentences(const Error& error) {
    return {sentences(error.message.nl, error.hint.nl), sentences(error.message.en, error.hint.en)};
}

}  // namespace schakel
