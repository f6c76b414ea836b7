#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "config/index/field_table.hpp"

namespace schakel {

/// A field as people name it before a colon, `titel:`, and what is asked for there.
struct SearchField {
    const Field* field = nullptr;    // never null
    std::string_view region_scheme;  // of gemeente: and provincie:, only regions of that scheme; empty = any
};

/// By the name or record key of the field table, or another name in use (`auteur`); capitals and accents do not count. Absent
/// when there is no such field. Safe from any thread.
std::optional<SearchField> find_search_field(std::string_view written);

/// The name of a field that `written` was most likely meant to be. Safe from any thread.
std::optional<std::string> nearest_search_field(std::string_view written);

}  // namespace schakel
