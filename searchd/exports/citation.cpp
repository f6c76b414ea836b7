#include "searchd/exports/citation.hpp"

namespace schakel {

std::string citation(const StoredRecord& record, const Installation&, std::string_view) { return record.title; }

}  // namespace schakel
