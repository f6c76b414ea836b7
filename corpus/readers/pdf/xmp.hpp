#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// A property of the work itself in XMP (ISO 16684-1), with one of its values.
struct XmpProperty {
    std::string name;  // with the usual prefix: dc:creator, dcterms:issued, prism:issn
    std::string value;
};

/// The properties of Dublin Core and PRISM in an XMP packet, in its order; a list gives one for every item, of texts in several
/// languages only the first counts. What software keeps for itself (xmp:, xmpMM:, pdf:) is left out. A packet that is not
/// well-formed has none: it repeats what the document information says. Safe from any thread.
std::vector<XmpProperty> xmp_properties(std::string_view packet);

}  // namespace schakel
