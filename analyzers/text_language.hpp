#pragma once

#include <cstdint>
#include <string_view>

namespace schakel {

/// In which language a stretch of text is read. A query is always read as Dutch.
enum class TextLanguage : std::uint8_t { dutch, english, other };

/// The chain for a language as records name it (BCP 47): "en-GB" is english, "fy" is other, nothing and "nl" are dutch.
TextLanguage language_of_code(std::string_view code);

/// The language of a section of a document, or `otherwise` for a text that is short or mixed. By Compact Language Detector 2
/// (D. Sites, 2013), which knows Frisian from Dutch. Not meant for queries: a few words say too little. Safe from any thread.
TextLanguage detect_language(std::string_view text, TextLanguage otherwise);

}  // namespace schakel
