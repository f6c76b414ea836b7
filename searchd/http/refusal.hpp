#pragma once

#include <span>

#include "searchd/http/problem_row.hpp"

namespace schakel {

/// Why the server itself answers, before the application has seen a request.
enum class Refusal {
    bad_request_line,       // no method, target and version with a space between them
    bad_header,             // a header line that is none
    bad_host,               // HTTP/1.1 without Host, or with two
    bad_length,             // two lengths, no number, or a length and chunks
    unfinished,             // the client stopped in the middle
    needs_tls,              // plain HTTP where TLS is spoken
    too_slow,               // the request was not in within its time
    length_required,        // a body in chunks
    body_too_long,          //
    target_too_long,        //
    header_too_long,        // bytes or lines
    unknown_version,        // neither HTTP/1.0 nor HTTP/1.1
    too_many_requests,      // waiting for a thread
    too_many_connections,   // of everybody
    too_many_from_address,  // connections of this client
    internal_error,         // a broken promise of our own
};

/// Its name is also that in log and measurements.
using RefusalRow = ProblemRow<Refusal>;

/// All of them in the order of the enumeration; checked at compile time. Safe from any thread.
std::span<const RefusalRow> refusal_table();

const ProblemText& text_of(Refusal refusal);

/// An `application/problem+json` answer (RFC 9457); with Retry-After when trying again will help. Safe from any thread.
HttpResponse refusal_response(Refusal refusal, Language language);

}  // namespace schakel
