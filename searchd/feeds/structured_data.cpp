#include "searchd/feeds/structured_data.hpp"

namespace schakel {

std::string structured_data(const StoredRecord&, const Installation&, std::string_view) { return "{}"; }

}  // namespace schakel
