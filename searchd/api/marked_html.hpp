#pragma once

#include <span>
#include <string>

#include "searchd/engine/search_response.hpp"

namespace schakel {

/// HTML in which <mark> is the only element: everything else is escaped. Pure.
std::string marked_html(std::span<const FragmentPiece> pieces);

}  // namespace schakel
