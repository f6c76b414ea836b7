#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/field_table.hpp"

namespace schakel {

/// A facet value as the record states it (without the values above it).
struct StoredValue {
    std::string code;
    std::string label;          // only for names outside every vocabulary
    std::string role;           // rol of a region or organisation: "werkgebied", "uitgever"; else empty
    std::string provenance;     // herkomst: "toegekend", "afgeleid", "herkend"; empty = given
    std::string evidence = {};  // of a recognised value: the words that show it
    int confidence = 0;         // of a recognised value: 1 to 100
};

/// Another form in which the product can be fetched.
struct StoredFile {
    std::string url;         // empty = not known
    std::string media_type;  // empty = not known
};

struct StoredRelation {
    std::string id;
    std::string kind;  // relatie: "zelfdeOrganisatie", …
};

/// What an answer shows of a knowledge product, as the indexer stored it. Empty strings and optionals mean: not known.
struct StoredRecord {
    std::string id;
    std::string title;
    std::string kind;  // soort, in the words of the source
    std::string abstract;
    std::string abstract_language;                             // empty = Dutch
    std::array<std::vector<StoredValue>, facet_count> values;  // by column number
    std::vector<std::string> authors;
    std::vector<std::string> keywords;
    std::string evidence_source;
    std::optional<int> year;
    std::string date;
    std::optional<int> start_year;
    std::string url;
    std::string url_consulted;
    std::vector<std::string> sources;
    std::string reference_date;
    std::string status;  // actueel, historisch, onbekend
    std::string successor;
    std::string last_checked;
    std::vector<StoredRelation> relations;
    std::string note;
    std::vector<StoredFile> files;  // besides `url`
    std::string licence;
    bool show_text = true;                // whether the source allows its full text to be shown
    std::optional<int> longest_fragment;  // characters; absent = as in the settings
    std::uint32_t pages = 0;              // numbered pages of the full text
    std::string changed;                  // when the index first had it as it is, ISO 8601, UTC, to the second

    const std::vector<StoredValue>& of(FieldId facet) const {
        return values[static_cast<std::size_t>(field(facet).column)];
    }
    std::vector<StoredValue>& of(FieldId facet) { return values[static_cast<std::size_t>(field(facet).column)]; }
};

/// CBOR (RFC 8949) with the record keys of the field table; absent means unknown. The inverse of `decode_record`.
std::string encode_record(const StoredRecord& record);

/// Errors: index_corrupt.
Result<StoredRecord> decode_record(std::string_view bytes);

}  // namespace schakel
