#include "searchd/http/entity_tag.hpp"

#include "searchd/http/header_text.hpp"

namespace schakel {

namespace {

std::string_view without_weakness(std::string_view tag) {
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    return tag;
}

}  // namespace

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    // Our tags have no commas, so a foreign one that has them falls apart into what is no tag of ours.
    while (!if_none_match.empty())
        if (without_weakness(take_item(if_none_match)) == without_weakness(tag)) return true;
    return false;
}

bool names_any_tag(std::string_view if_none_match) { return trimmed_blanks(if_none_match) == "*"; }

}  // namespace schakel
