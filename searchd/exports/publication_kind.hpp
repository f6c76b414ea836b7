#pragma once

#include <cstdint>
#include <string_view>

#include "config/index/stored_record.hpp"

namespace schakel {

/// What a product is to a search engine: other properties tell about a text than about an organisation.
enum class SchemaShape : std::uint8_t { work, body, event };

/// What other systems call a kind of product.
struct PublicationKind {
    std::string_view ris;     // value of TY
    std::string_view bibtex;  // entry type
    std::string_view schema;  // type of schema.org
    SchemaShape shape = SchemaShape::work;
};

/// The kind of a product: by its type, and for a text by the word of its source (soort) where that says more: a book, a thesis.
/// Something general when nobody knows. Pure; safe from any thread.
const PublicationKind& publication_kind(const StoredRecord& record);

}  // namespace schakel
