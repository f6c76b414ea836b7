#pragma once

#include <span>
#include <string_view>

#include <tl/expected.hpp>

#include "config/text.hpp"

namespace schakel {

/// What kind of thing went wrong; decides exit status and HTTP status through `error_table()`.
enum class ErrorCode {
    usage,                  // the command line or a combination of options is wrong
    config_invalid,         // schakel.toml: syntax, unknown key, value out of range
    vocabulary_invalid,     // a SKOS file contradicts itself or another
    regions_invalid,        // a region table contradicts itself or another
    language_data_invalid,  // a file in config/nl is malformed
    not_found,              // a file, folder or route does not exist
    unreadable,             // it exists but cannot be read
    unsupported_format,     // no reader is registered for this file, or a body is no form
    empty_source,           // the source holds nothing to index
    malformed,              // the file or record is not what its format demands
    invalid_utf8,           // bytes that are not UTF-8 where text is expected
    missing_field,          // a record lacks a field that every record needs
    unknown_value,          // a vocabulary or region value nobody knows
    ambiguous_value,        // a label that several concepts or regions carry
    duplicate_id,           // a second record with the same id in one run
    duplicate_work,         // a file with the same text as another product
    blocked_product,        // a record that a curator took out of the index
    index_missing,          // no live generation in the index folder
    index_mismatch,         // the index was made with another schema, analysis or vocabulary
    index_corrupt,          // files of the index are damaged or incomplete
    index_locked,           // another writer is busy
    verification_failed,    // a new generation did not pass; nothing was published
    io,                     // writing failed: disk full, no permission
    address_in_use,         // the port is taken
    bad_parameter,          // one or more parameters of a request
    method_not_allowed,     // HTTP method that the address does not know
    no_such_product,        // an id that is not in the index
    overloaded,             // too many requests at once
    internal,               // a broken promise of our own
};

/// What the program returns to its caller (contract of both programs).
enum class ExitStatus : int { success = 0, finished_with_skips = 1, wrong_use = 2, nothing_published = 3 };

/// A failure that a person must understand: what failed and on which input (`message`), what to do (`hint`, may be empty).
struct Error {
    ErrorCode code{};
    Text message;
    Text hint;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure: `return fail(ErrorCode::io, {"…", "…"});`
inline tl::unexpected<Error> fail(ErrorCode code, Text message, Text hint = {}) {
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(hint)});
}

/// One row per ErrorCode: its stable name (used in reports and problem+json), the exit status when it ends a run,
/// the HTTP status when it ends a request, and a title of a few words.
struct ErrorRow {
    ErrorCode code;
    std::string_view name;
    ExitStatus exit_status;
    int http_status;
    std::string_view title_nl;
    std::string_view title_en;
};

/// All rows in the order of the enumeration; checked at compile time. Safe from any thread.
std::span<const ErrorRow> error_table();

/// The row of one code. Never fails: the table is complete by construction.
const ErrorRow& row_of(ErrorCode code);

/// `message` followed by ` → hint` on a second line when there is one, in one language.
std::string to_text(const Error& error, Language language);

/// The same as one line of whole sentences, where there is no room for two: "Dit staat er niet. Bedoelde u dat?"
Text to_sentences(const Error& error);

}  // namespace schakel
