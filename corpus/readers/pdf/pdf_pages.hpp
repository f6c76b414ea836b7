#pragma once

#include <string>
#include <vector>

#include <poppler-document.h>

#include "config/error.hpp"
#include "corpus/knowledge_product.hpp"

namespace schakel {

/// The text of a PDF and what a curator should know about it.
struct PdfText {
    std::vector<Page> pages;  // those with text
    std::string title;        // the largest text at the top of the first page; empty when all is of one size
    std::vector<Text> notices;
};

/// Reads all pages, a few hundred at a time, so that only their text is kept of all of them. Running heads and page numbers are
/// removed; words that line ends broke are whole where the document shows how they are written. Errors: unsupported_format
/// when no page has text, or most characters cannot be read. Not more than 20,000 pages and 128 MB of text are read; a notice
/// says what was left out, and which pages have no text or text that cannot be read.
Result<PdfText> read_pdf_pages(const poppler::document& document);

}  // namespace schakel
