#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/text.hpp"
#include "corpus/knowledge_product.hpp"
#include "corpus/record_problems.hpp"

namespace schakel {

/// One value of a field as a file gives it, before it means anything.
struct WrittenValue {
    std::string text;  // valid UTF-8, white space not yet normalised
    std::string name;  // the name of an organisation that was given beside its code; else empty
    std::vector<std::pair<std::string, std::string>> attributes;  // in file order; only those the field knows
    Text field;  // how the file names the field, with the line where it has lines; opens every message about it
};

/// A field that a record can have: its names in XML and in keyed formats, and how it enters the model.
struct RecordField {
    std::string_view element;  // name in XML
    std::string_view key;      // name in JSON and front matter, where `element` is understood too
    bool repeatable;
    std::array<std::string_view, 2> attributes;  // the attributes it may have; empty = none
    /// Checks what can be checked without vocabularies and puts the value into the product.
    void (*assign)(KnowledgeProduct& product, const WrittenValue& value, RecordProblems& problems);
    /// Makes the field unknown again.
    void (*clear)(KnowledgeProduct& product);
};

/// Every field, in the order of FORMATS.md. Only the id is not here. Safe from any thread.
std::span<const RecordField> record_fields();

/// nullptr when no field has this name.
const RecordField* find_record_field_by_element(std::string_view element);
const RecordField* find_record_field_by_key(std::string_view key);

/// The known element or key nearest to a name nobody knows; absent when none comes near.
std::optional<std::string> nearest_element(std::string_view element);
std::optional<std::string> nearest_key(std::string_view key);

bool has_attribute(const RecordField& field, std::string_view attribute);

}  // namespace schakel
