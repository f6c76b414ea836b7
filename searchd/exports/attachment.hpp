#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "searchd/http/http_message.hpp"

namespace schakel {

/// The header Content-Disposition that makes a browser save an answer as a file, named after `words`: in ASCII, and as written for
/// browsers that know RFC 5987. Long words are cut. Pure; safe from any thread.
std::pair<std::string, std::string> attachment(std::string_view words, std::string_view extension);

/// An answer that a browser saves under that name.
HttpResponse file_to_save(std::string content, std::string_view media_type, std::string_view words,
                          std::string_view extension);

}  // namespace schakel
