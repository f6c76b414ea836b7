#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analyzers/token.hpp"
#include "config/index/columns.hpp"
#include "config/index/field_table.hpp"
#include "config/index/stored_record.hpp"
#include "config/index/text_store.hpp"

namespace schakel {

/// The tokens of one text field of one product; positions rise through all of its values and blocks.
struct AnalyzedField {
    FieldId field = FieldId::body;
    Tokens tokens;
    std::uint32_t words = 0;  // length for ranking: tokens that are neither stop word nor part of a reference
};

/// A product as it goes into a segment: every stage before it is done, nothing is looked up after it. A plain value.
struct IndexDocument {
    StoredRecord record;
    std::array<AnalyzedField, text_field_count> fields;
    std::shared_ptr<const WordArena> arena;                    // where the words of the tokens live
    std::array<std::vector<ColumnValue>, facet_count> facets;  // own values and those above them, by column
    std::vector<TextBlock> blocks;
    std::uint32_t date = 0;  // yyyymmdd, zeros where unknown
    std::string title_key;   // collation key, at most 64 bytes
};

/// The tokens of each field and the facet values, as `inspect` prints them.
std::string to_text(const IndexDocument& document);

}  // namespace schakel
