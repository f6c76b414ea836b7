#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// A place in a document where it is not XML.
struct XmlFault {
    std::size_t offset = 0;  // bytes from the start
    Text message;
    Text hint;
};

/// Checks what pugixml lets pass: an `&` that starts no reference, a reference to an entity that XML itself does not define
/// or to a character that XML forbids, a document type, and more elements than any real file holds. `bytes` is valid UTF-8.
std::optional<XmlFault> find_xml_fault(std::string_view bytes);

}  // namespace schakel
