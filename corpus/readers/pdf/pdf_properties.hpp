#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <poppler-document.h>

#include "corpus/record_builder.hpp"

namespace schakel {

/// What a PDF says about the work: the document information dictionary and XMP. Values are valid UTF-8, on one line, not empty.
struct PdfProperty {
    std::string name;  // Title, Author, …, as the dictionary has it, or dc:creator, … of XMP
    std::string value;
};

/// Without what software keeps for itself: which program made the file and when it was changed.
std::vector<PdfProperty> properties_of(const poppler::document& document);

/// The title, unless it is a file name or what a program filled in by itself; empty when there is none. `uri` is that of the file.
std::string title_of(const std::vector<PdfProperty>& properties, std::string_view uri);

/// Adds all but the title. A short subject becomes a theme, a longer one the abstract. Names what has no place in one notice.
void add_properties(const std::vector<PdfProperty>& properties, RecordBuilder& record);

}  // namespace schakel
