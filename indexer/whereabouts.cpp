#include "indexer/whereabouts.hpp"

#include <cstddef>

namespace schakel {

namespace {

/// Whether `name` is all of a place, or its end from a folder on.
bool names(std::string_view name, std::string_view place) {
    if (name.empty() || !place.ends_with(name)) return false;
    return place.size() == name.size() || place[place.size() - name.size() - 1] == '/';
}

/// A location without the line behind it.
std::string_view file_of(std::string_view location) {
    const std::size_t colon = location.rfind(':');
    const bool is_line = colon != std::string_view::npos && colon + 1 < location.size() &&
                         location.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
    return is_line ? location.substr(0, colon) : location;
}

bool is_meant(std::string_view name, const LeftOut& left) {
    const std::string& location = left.reason.location;
    return left.copy_id == name || left.waits_for == name || names(name, location) || names(name, file_of(location));
}

}  // namespace

Whereabouts whereabouts_of(const Ledger& ledger, std::string_view name) {
    Whereabouts found;
    for (const LedgerFile& file : ledger.files) {
        const bool is_file = names(name, file.uri);
        if (is_file)
            for (const LedgerRecord& record : file.records) found.products.emplace_back(record.id);
        for (const LeftOut& left : file.left_out)
            if (is_file || is_meant(name, left)) found.left_out.push_back(&left.reason);
    }
    return found;
}

}  // namespace schakel
