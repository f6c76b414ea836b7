#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/readers/html/html_metadata.hpp"
#include "corpus/readers/html/html_page.hpp"

namespace schakel {

/// The JSON-LD documents in the scripts of a page. One that is larger than 4 MB or no JSON is passed over, with a notice in
/// `metadata`. Safe from any thread.
std::vector<nlohmann::json> json_ld_documents(const HtmlPage& page, HtmlMetadata& metadata);

}  // namespace schakel
