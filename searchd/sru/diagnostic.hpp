#pragma once

#include <string>

#include <tl/expected.hpp>

#include "config/text.hpp"

namespace schakel {

/// The diagnostics of the standard list (info:srw/diagnostic/1) that this server gives; the values are their numbers there.
enum class DiagnosticCode : int {
    general_error = 1,
    temporarily_unavailable = 2,
    unsupported_operation = 4,
    unsupported_version = 5,
    unsupported_value = 6,
    missing_parameter = 7,
    unsupported_parameter = 8,
    syntax_error = 10,
    query_too_long = 12,
    unsupported_nesting = 13,
    unsupported_context_set = 15,
    unsupported_index = 16,
    unsupported_combination = 18,
    unsupported_relation = 19,
    unsupported_relation_modifier = 20,
    unsupported_relation_for_index = 22,
    needless_escape = 26,
    empty_term = 27,
    unsupported_masking = 28,
    masked_word_too_short = 29,
    unsupported_anchor = 31,
    masking_in_phrase = 33,
    invalid_term = 36,
    too_many_operators = 38,
    unsupported_proximity = 39,
    unsupported_boolean_modifier = 46,
    unsupported_feature = 48,
    unsupported_mask_position = 49,
    unsupported_result_sets = 50,
    position_out_of_range = 61,
    unknown_schema = 66,
    unsupported_packing = 71,
    unsupported_sort = 80,
    too_many_sort_keys = 84,
    unsupported_sort_direction = 90,
    unsupported_sort_case = 91,
    unsupported_missing_values = 92,
};

/// What an SRU client is told when its request cannot be answered. A plain value.
struct Diagnostic {
    DiagnosticCode code = DiagnosticCode::general_error;
    std::string details;  // what it is about: the name of a parameter, index or relation, a place in the query
    Text message;         // for people; never empty
};

template <class T>
using Diagnosed = tl::expected<T, Diagnostic>;

/// With the message that goes with the code. Pure.
Diagnostic diagnostic(DiagnosticCode code, std::string details);

inline tl::unexpected<Diagnostic> refuse(DiagnosticCode code, std::string details) {
    return tl::unexpected(diagnostic(code, std::move(details)));
}

/// With a message of its own.
inline tl::unexpected<Diagnostic> refuse(DiagnosticCode code, std::string details, Text message) {
    return tl::unexpected(Diagnostic{code, std::move(details), std::move(message)});
}

/// "info:srw/diagnostic/1/10".
std::string uri_of(DiagnosticCode code);

}  // namespace schakel
