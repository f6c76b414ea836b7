#include "analyzers/tokenizer/reference.hpp"

#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

void Reference::restart(std::size_t at) {
    begin = at;
    end = at;
    written.clear();
    parts.clear();
}

void Reference::add_part(std::size_t part_begin, std::size_t part_end) {
    const std::uint32_t position = parts.empty() ? 0 : parts.back().position + 1;
    parts.push_back({part_begin, part_end, position});
}

bool find_reference(std::string_view text, std::size_t at, Reference& found) {
    if (is_digit(byte_at(text, at)) && find_number_reference(text, at, found)) return true;
    return find_address(text, at, found) || find_email(text, at, found) || find_name(text, at, found);
}

}  // namespace schakel
