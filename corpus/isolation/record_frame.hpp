#pragma once

#include <string>
#include <string_view>

#include "corpus/reader.hpp"

namespace schakel {

/// A record as `schakel-reader` hands it to the program that started it. Both come from one build and run on one machine, so
/// the form needs no versions; but the reader may have been taken over by the file it reads, so the form has no nesting that
/// the bytes decide on (a CBOR or JSON reader recurses as deep as they say) and nothing in it is believed. Members follow
/// each other in the order of the model: texts and lists after their length, numbers as the machine has them.
std::string encode_read_record(const ReadRecord& record);

/// The inverse; every member is kept. Errors: malformed, when the bytes are not exactly one record that keeps the promises of
/// a reader: UTF-8, an id, a title or pages, known values, an error with words. Never throws for what the bytes hold; takes
/// memory in proportion to them. Safe from any thread.
Result<ReadRecord> decode_read_record(std::string_view bytes);

}  // namespace schakel
