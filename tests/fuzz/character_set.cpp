// Text in whatever character set, or in none.
#include "corpus/character_set.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "config/utf8.hpp"
#include "tests/fuzz/promise.hpp"

/// The bytes up to the first line end are what is declared.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(bytes), size};
    const std::size_t end = std::min(input.find('\n'), size);
    const auto text = schakel::decode_text(input.substr(std::min(end + 1, size)), input.substr(0, end));
    if (text) schakel::promise(!schakel::first_invalid_utf8(text->utf8), "decoded text is UTF-8");
    if (!text) schakel::promise(!text.error().message.nl.empty(), "an error has words");
    return 0;
}
