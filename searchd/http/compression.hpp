#pragma once

#include <string>
#include <string_view>

#include "searchd/http/http_message.hpp"

namespace schakel {

/// Whether a client that sends this Accept-Encoding takes gzip (RFC 9110 § 12.5.3): named or as *, and not with q=0.
bool accepts_gzip(std::string_view accept_encoding);

/// Whether gzip makes an answer of this kind smaller: text, JSON, XML, SVG; not what is packed already.
bool is_compressible(std::string_view content_type);

/// `text` as a gzip file.
std::string gzip(std::string_view text);

/// Puts a body of 1,000 bytes or more in gzip when the client takes it, with the headers that belong to it. An entity tag
/// becomes weak, because the bytes are no longer those it was made for. Leaves an answer alone that has an encoding already.
void compress(HttpResponse& response, std::string_view accept_encoding);

}  // namespace schakel
