#pragma once

#include <string>
#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// Plain text in any character set of `decode_text`: the first line with a word is the title (see `title_of_text`), form feeds are the borders of
/// pages.
void read_text(const SourceItem& item, const RecordSink& sink);
void read_text_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

/// A title for a text that brings none: its first line with a letter or digit, without list and heading marks, and what follows
/// when that line breaks off ("Handleiding voor"); shortened between words. Empty when no line has one.
std::string title_of_text(std::string_view text);

}  // namespace schakel
