// Any bytes as a text to index or a query to analyse.
#include "analyzers/analyzer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "config/utf8.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/paths.hpp"

namespace {

using schakel::promise;

const schakel::LanguageData& language_data() {
    static const auto data = schakel::load_language_data(schakel::repository_folder() / "config" / "nl");
    promise(data.has_value(), "the language data can be loaded");
    return *data;
}

/// Continuation bytes start no character.
bool is_boundary(std::string_view text, std::size_t offset) {
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    if (schakel::first_invalid_utf8(text)) return 0;  // readers and HTTP refuse it before the analyzer
    static schakel::Analyzer analyzer{language_data()};
    std::uint32_t last_begin = 0;
    for (const schakel::Token& token : analyzer.analyze(text)) {
        promise(!token.term().empty() && token.term().size() <= 120, "a term has 1 to 120 bytes");
        promise(!schakel::first_invalid_utf8(token.term()), "a term is UTF-8");
        promise(token.begin < token.end && token.end <= size, "offsets lie in the text");
        promise(is_boundary(text, token.begin) && is_boundary(text, token.end), "offsets lie between characters");
        promise(token.begin >= last_begin, "tokens come in order");
        last_begin = token.begin;
    }
    return 0;
}
