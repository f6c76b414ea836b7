#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "config/text.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// The text without spaces and tabs around it.
inline std::string_view trimmed_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// Whether two words are the same but for capitals of ASCII, as names of headers and languages may be.
inline bool is_same_word(std::string_view one, std::string_view other) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

/// The first item of a list divided by commas, cut off `rest`.
inline std::string_view take_item(std::string_view& rest) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view item = rest.substr(0, comma);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    return trimmed_blanks(item);
}

/// The value of a header of an answer; null when it has none. Names differ not by capitals.
std::string* find_header(HttpResponse& response, std::string_view name);

/// Gives the answer a header unless it has one by that name.
void add_unless_there(HttpResponse& response, std::string_view name, std::string_view value);

/// Says in which language the labels and messages of an answer are.
void add_content_language(HttpResponse& response, Language language);

/// Says that the answer depends on a header of the request, once.
void add_to_vary(HttpResponse& response, std::string_view name);

}  // namespace schakel
