#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// A PDF from a description that a person can read, with uncompressed pages in Helvetica. Lines of the description, in order:
///
///     Title: Jaarverslag              the document information; any key, until the first page
///     xmp: <dc:language>nl</dc:language>        a line of the XMP packet
///     slot                            the file needs a password
///     == pagina                       a page of A4
///     72 100 11                       text from 72 points from the left and 100 from the top, at 11 points; may be followed by
///       Eerste regel                  "gedraaid" (bottom to top) or "onleesbaar" (a font that does not say what it shows)
///       tweede regel                  lines of 1.2 times the size; an empty line is half as high
///
/// Characters are those of Windows-1252, the soft hyphen and ﬁ. A text that begins with a % is the file itself.
std::string pdf_file(std::string_view description);

}  // namespace schakel
