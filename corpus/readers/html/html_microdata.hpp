#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/readers/html/html_page.hpp"

namespace schakel {

/// The items of schema.org that a page marks with itemscope and itemprop (HTML Living Standard, section 5), in the form of
/// JSON-LD, so that both are read in one way: {"@type": "Article", "name": "…", "author": {"@type": "Person", …}}. Items of
/// other vocabularies, itemref and more than 16 levels are passed over. Safe from any thread.
std::vector<nlohmann::json> html_microdata(const HtmlPage& page);

}  // namespace schakel
