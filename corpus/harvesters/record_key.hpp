#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// The name of a record's file in a store: 32 hexadecimal digits, the XXH3 of its identifier or address.
using RecordKey = std::string;

RecordKey record_key(std::string_view identifier);

/// Whether a text has the form of a key.
bool is_record_key(std::string_view text);

}  // namespace schakel
