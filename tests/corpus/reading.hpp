#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader_registry.hpp"
#include "corpus/resolver.hpp"

namespace schakel {

/// The vocabularies and regions of the source tree; loaded once.
const Resolver& real_resolver();

/// Every record that the reader of `extension` (".xml") finds in `bytes`, as if they came from a file named uri.
std::vector<ReadRecord> read_from_memory(std::string_view extension, std::string_view bytes,
                                         std::string_view uri = "bron");

/// What becomes of a file: per record its notices and then the record as text, or its error in Dutch. Reads from a real file,
/// so that a case goes through the same code as a source does.
std::string read_and_resolve(std::string_view extension, std::string_view bytes);

/// `\xE9` in `text` as the byte it names, because golden files are UTF-8 themselves.
std::string with_bytes_decoded(std::string_view text);

}  // namespace schakel
