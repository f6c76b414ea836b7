#pragma once

#include <string>
#include <string_view>

#include "corpus/record_builder.hpp"

namespace schakel {

/// What the values of a field of a metadata standard are, and so how they enter a record.
enum class MetadataForm {
    text,          // as written
    list,          // values with ';' between them
    date,          // → datum, or jaar when there is no more
    held_on,       // a date, for a field that takes a day or a year
    language,      // → BCP 47
    address,       // an identifier; the first with an address → url, others → bestand
    file,          // an address where the product is as a file
    place,         // a name or code, not a box of coordinates or a period
    kind,          // terms of info:eu-repo, COAR and DCMI → Dutch; the first → type, others → trefwoord
    media_type,    // → vorm
    licence,       // an address or words, but no term of access
    organisation,  // a name, or a name and a code
};

/// A value as a file of some standard gives it.
struct MetadataValue {
    std::string text;        // UTF-8, white space not yet normalised
    std::string language{};  // as xml:lang has it; empty = not given
    std::string media_type{};
    std::string code{};  // of an organisation that `text` is the name of
};

/// One row of the table of a standard: a field of that standard and the record field it becomes.
struct MetadataField {
    std::string_view source;   // as the standard writes it
    std::string_view element;  // of the record field; with MetadataForm::date it may become jaar, with address bestand
    MetadataForm form = MetadataForm::text;
    std::string_view role{};  // rol, of an organisation or region; empty = the default
};

/// Adds a value to the record; `name` is what messages call its field. False when the value is of no use: not of the form
/// that it should have, or a second one for a record field that takes one. An empty value is no loss, so true.
bool add_metadata_value(const MetadataField& field, const MetadataValue& value, const Text& name,
                        RecordBuilder& record);

}  // namespace schakel
