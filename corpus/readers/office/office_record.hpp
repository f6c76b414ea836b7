#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/office/office_text.hpp"
#include "corpus/record_builder.hpp"

namespace schakel {

/// What an office document says about itself, as the file names it. Values are valid UTF-8 on one line, and not empty.
struct OfficeProperties {
    struct Property {
        std::string name;  // dc:title, meta:keyword
        std::string value;
    };
    std::vector<Property> standard;
    std::vector<std::string> own;  // names of the fields that the maker added
};

/// Fills a record with text and properties. The title is that of the properties unless it cannot be one (a file name,
/// "Document1"), else the first paragraph in the style for titles, the first heading, the first line. Lists in one
/// notice which properties were not used, but for those that a word processor keeps for itself (who saved it last, how
/// often, how many words).
void fill_office_record(const OfficeProperties& properties, OfficeText text, RecordBuilder& record);

/// The record when there is anything in it to find. Errors: unreadable (a document without text, of pictures perhaps).
Result<ReadRecord> finished_office_record(RecordBuilder record);

}  // namespace schakel
