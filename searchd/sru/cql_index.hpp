#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "config/text.hpp"
#include "searchd/query/search_field.hpp"
#include "searchd/sru/cql.hpp"
#include "searchd/sru/diagnostic.hpp"

namespace schakel {

/// A group of indexes under one identifier.
struct ContextSet {
    std::string_view name;        // the prefix that stands for it when a query says nothing else
    std::string_view identifier;  // in use; the first of a set is the one explain names
};

/// Each with the identifiers by which clients know it. Safe from any thread.
std::span<const ContextSet> context_sets();

/// What an index looks in.
enum class CqlIndexKind : std::uint8_t {
    anywhere,     // every text field
    text,         // one text field
    subject,      // the subjects of a product in words, and its themes
    values,       // what a product is filed under
    year,         // the same, of numbers
    identifier,   // the product with this id
    all_records,  // cql.allRecords=1
    result_set,   // an earlier answer: not kept
};

/// An index of a query, found.
struct CqlIndex {
    CqlIndexKind kind = CqlIndexKind::anywhere;
    SearchField field;  // of text, subject, values and year; else its field is nullptr
};

/// An index as explain lists it.
struct CqlIndexRow {
    std::string_view set;
    std::string_view name;
    CqlIndexKind kind;
    std::optional<FieldId> field;
    Text title;
};

/// Those of the standard context sets, and of our own one every field of the field table. Safe from any thread.
const std::vector<CqlIndexRow>& cql_indexes();

/// The index that a clause names, "dc.title"; `prefixes` are in force there, the nearest last. A name without a prefix is one of
/// cql, of dc or our own. Diagnostics: unsupported_context_set, unsupported_index. Pure.
Diagnosed<CqlIndex> find_cql_index(std::string_view written, std::span<const CqlPrefix> prefixes);

}  // namespace schakel
