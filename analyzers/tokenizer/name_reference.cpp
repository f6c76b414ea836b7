// Names that have a sign in them: 's-Hertogenbosch, B&W, C++.
#include "analyzers/tokenizer/reference.hpp"
#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_ampersand_letters = 3;  // on either side: B&W, OC&W

std::size_t skip_word(std::string_view text, std::size_t at) {
    while (word_goes_on(text, at) && dash_length(text, at) == 0) ++at;
    return at;
}

/// Where the apostrophe before the s at `at` starts; `at` when there is none.
std::size_t apostrophe_before(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    if (before.ends_with('\'')) return at - 1;
    return before.ends_with("\u2019") || before.ends_with("\u2018") ? at - 3 : at;
}

/// Without its apostrophe only the names that are known to lose it: all begin with a G or an H.
bool is_bare_clipped_name(std::string_view text, std::size_t at, std::size_t name) {
    const bool starts_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '(';
    return text[at] == 's' && starts_word && (has_at(text, name, "gra") || has_at(text, name, "he")) &&
           is_upper(text[name]);
}

/// 's-Hertogenbosch, ’s-Gravenhage, s-Hertogenbosch.
bool find_clipped_article(std::string_view text, std::size_t at, Reference& found) {
    const std::size_t dash = dash_length(text, at + 1);
    if (dash == 0 || !word_goes_on(text, at + 1 + dash)) return false;
    const std::size_t name = at + 1 + dash;
    const std::size_t begin = apostrophe_before(text, at);
    if (begin == at && !is_bare_clipped_name(text, at, name)) return false;
    found.restart(begin);
    found.end = skip_word(text, name);
    if (begin == at) found.written = "'s-" + std::string(text.substr(name, found.end - name));
    found.add_part(name, found.end);
    return true;
}

std::size_t skip_capitals(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end - at < most_ampersand_letters && is_upper(byte_at(text, end))) ++end;
    if (end == at && is_lower(byte_at(text, at))) ++end;
    return end;
}

/// B&W, R&D, OC&W, b&w.
bool find_ampersand(std::string_view text, std::size_t at, Reference& found) {
    const std::size_t sign = skip_capitals(text, at);
    if (sign == at || byte_at(text, sign) != '&') return false;
    const std::size_t end = skip_capitals(text, sign + 1);
    if (end == sign + 1 || word_goes_on(text, end)) return false;
    found.restart(at);
    found.end = end;
    found.add_part(at, sign);
    found.add_part(sign + 1, end);
    return true;
}

/// C++ and C#.
bool find_programming_language(std::string_view text, std::size_t at, Reference& found) {
    if (to_lower(text[at]) != 'c') return false;
    const std::size_t length = has_at(text, at + 1, "++") ? 3 : byte_at(text, at + 1) == '#' ? 2 : 0;
    if (length == 0 || word_goes_on(text, at + length)) return false;
    found.restart(at);
    found.end = at + length;
    return true;
}

}  // namespace

bool find_name(std::string_view text, std::size_t at, Reference& found) {
    if (to_lower(byte_at(text, at)) == 's' && find_clipped_article(text, at, found)) return true;
    return find_ampersand(text, at, found) || find_programming_language(text, at, found);
}

}  // namespace schakel
