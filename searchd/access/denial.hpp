#pragma once

#include "config/text.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// Why somebody may not ask something, or not now.
enum class Denial {
    unknown_key,        // a key that nobody has, or that was revoked
    foreign_origin,     // a key on another website than those it is for
    foreign_script,     // a script asks, before it asks, whether it may (preflight), and it may not
    rate_limited,       // too many requests this minute
    only_from_near_by,  // measurements, asked for from the internet
};

/// The `application/problem+json` answer (RFC 9457), with WWW-Authenticate where a key would help. Safe from any thread.
HttpResponse denial_response(Denial denial, Language language);

}  // namespace schakel
