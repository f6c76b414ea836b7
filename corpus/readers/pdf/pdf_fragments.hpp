#pragma once

#include <poppler-document.h>

#include "corpus/readers/pdf/page_fragment.hpp"
#include "corpus/readers/pdf/pdf_characters.hpp"

namespace schakel {

/// A page as poppler shows it. Text that stands on its side is turned when most of the page does, and put aside otherwise.
struct PdfPageText {
    FragmentPage page;
    CharacterCount characters;
};

/// Reads one page, `number` from 1. A page that cannot be read is one without fragments. One thread per document. Poppler takes
/// time that grows with the square of the words on a page (some ten seconds for 20,000), which only a limit on the whole
/// process can stop.
PdfPageText read_pdf_page(const poppler::document& document, int number);

}  // namespace schakel
