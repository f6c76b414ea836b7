#pragma once

#include <string>
#include <string_view>

#include "searchd/page/page_renderer.hpp"

namespace schakel {

/// The renderer with the templates of the source tree and the configuration of the repository, loaded once.
const PageRenderer& page_renderer();

/// A network as the corpus has them: seat in Enschede, working area inferred, state of May 2015, status unknown.
StoredRecord sample_network();

/// A report of 2016 with an organisation and a PDF.
StoredRecord sample_report();

/// `total` hits, of which one is in `hits`, and themes and types counted.
SearchResponse sample_response(std::uint64_t total);

/// The text with tags left out and white space run together, to read a page as a person does.
std::string visible_text(std::string_view html);

/// Whether `html` holds `piece`, whatever the white space between their words.
bool holds(std::string_view html, std::string_view piece);

}  // namespace schakel
