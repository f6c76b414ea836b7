#pragma once

#include <string>

#include "config/index/stored_record.hpp"

namespace schakel {

/// A generated text of pieces that some format stumbles over: quotes, markup, control characters, broken UTF-8, formulas. To be called
/// in a RapidCheck property.
std::string hostile_text();

/// A record with hostile texts in every field.
StoredRecord hostile_record();

}  // namespace schakel
