#pragma once

#include <string_view>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"
#include "searchd/api/json_writer.hpp"
#include "searchd/engine/search_response.hpp"

namespace schakel {

/// `"<key>":[{code,label,rol,herkomst,bewijs,zekerheid}]`: values that a product has of a facet. Pure; safe from any thread.
void write_values(JsonWriter& json, std::string_view key, const Field& facet, const std::vector<StoredValue>& values,
                  const Installation& installation, Language language);

/// `"gezochtMet":"al uw woorden"`; nothing when there was no query.
void write_words(JsonWriter& json, std::string_view query, WordMode words, Language language);

/// `"meldingen":["…"]`.
void write_notices(JsonWriter& json, const std::vector<Text>& notices, Language language);

}  // namespace schakel
