#include "corpus/harvesters/record_key.hpp"

#include "config/content_hash.hpp"

namespace schakel {

RecordKey record_key(std::string_view identifier) {
    ContentHash hash;
    hash.add("identifier", identifier);
    return hash.hex();
}

bool is_record_key(std::string_view text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace schakel
