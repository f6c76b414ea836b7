#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/reader.hpp"

namespace schakel {

/// A reader of bytes that are already in memory.
using BytesReader = void (*)(std::string_view bytes, std::string_view uri, const RecordSink& sink);

/// Reads `size` bytes with `read` and aborts, so that the fuzzer keeps the input, when a record breaks what readers promise:
/// no exception, an id, a title or pages, an error with words in both languages, text that is UTF-8.
int read_and_check(BytesReader read, const std::uint8_t* bytes, std::size_t size);

}  // namespace schakel
