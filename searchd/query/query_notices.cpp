#include "searchd/query/query_notices.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace schakel {

namespace {

constexpr std::size_t most_notices = 10;

}  // namespace

void QueryNotices::add(Text notice) {
    const bool known =
        std::any_of(texts_.begin(), texts_.end(), [&](const Text& other) { return other.nl == notice.nl; });
    if (!known && texts_.size() < most_notices) texts_.push_back(std::move(notice));
}

namespace notices {

Text too_long(int characters) {
    return {fmt::format("Uw vraag is te lang; alleen de eerste {} tekens zijn gebruikt.", characters),
            fmt::format("Your query is too long; only the first {} characters were used.", characters)};
}

Text too_many_words(std::size_t most) {
    return {fmt::format("Uw vraag heeft te veel woorden; alleen de eerste {} zijn gebruikt.", most),
            fmt::format("Your query has too many words; only the first {} were used.", most)};
}

Text dropped_characters() {
    return {"Uw vraag bevatte stuurtekens die niet te zien zijn; die zijn weggelaten.",
            "Your query held control characters that cannot be seen; they were left out."};
}

Text nothing_to_search() {
    return {"In uw vraag staat geen woord om op te zoeken; u ziet alles.",
            "Your query holds no word to search for; everything is shown."};
}

Text unclosed_quote() {
    return {"Er ontbrak een aanhalingsteken; het is aan het einde van uw vraag gezet.",
            "A quotation mark was missing; it was put at the end of your query."};
}

Text unclosed_bracket() {
    return {"Er ontbrak een sluithaakje; het is aan het einde van uw vraag gezet.",
            "A closing bracket was missing; it was put at the end of your query."};
}

Text unopened_bracket() {
    return {"Een sluithaakje zonder openingshaakje is weggelaten.",
            "A closing bracket without an opening one was left out."};
}

Text empty_brackets() { return {"Lege haakjes zijn weggelaten.", "Empty brackets were left out."}; }

Text too_deep(std::size_t most) {
    return {
        fmt::format("In uw vraag staan meer dan {} paar haakjes in elkaar; de binnenste zijn weggelaten.", most),
        fmt::format("Your query has more than {} pairs of brackets inside each other; the inner ones were left out.",
                    most)};
}

Text dropped_operator(std::string_view typed) {
    return {fmt::format("“{}” is weggelaten, omdat er geen woord voor of achter staat.", typed),
            fmt::format("“{}” was left out, because there is no word before or behind it.", typed)};
}

Text field_without_value(std::string_view name) {
    return {fmt::format("Achter “{}:” staat niets om te zoeken; “{}” is als woord gezocht.", name, name),
            fmt::format("There is nothing to search for behind “{}:”; “{}” was searched for as a word.", name, name)};
}

Text unknown_field(std::string_view name, const std::optional<std::string>& near) {
    Text notice{fmt::format("“{}:” is geen veld om in te zoeken; er is op de woorden gezocht.", name),
                fmt::format("“{}:” is not a field to search in; the words were searched for.", name)};
    if (!near) return notice;
    return {fmt::format("{} Bedoelde u “{}:”?", notice.nl, *near),
            fmt::format("{} Did you mean “{}:”?", notice.en, *near)};
}

Text unknown_value(const Field& facet, std::string_view written, const Text& hint) {
    return to_sentences({ErrorCode::unknown_value,
                         {fmt::format("Bij {} bestaat “{}” niet; er is op de woorden gezocht", facet.name, written),
                          fmt::format("There is no “{}” under {}; the words were searched for", written, facet.name)},
                         hint});
}

Text too_many_values() {
    return {"Uw vraag noemt te veel velden met een waarde; achter de laatste is op de woorden gezocht.",
            "Your query names too many fields with a value; behind the last ones the words were searched for."};
}

Text swapped_years(int from, int until) {
    return {fmt::format("{} ligt na {}; er is gezocht van {} tot en met {}.", until, from, from, until),
            fmt::format("{} lies after {}; searched from {} up to and including {}.", until, from, from, until)};
}

Text loose_wildcard() {
    return {"Een losse * is weggelaten; zet hem tegen een woord aan, zoals in zorg*.",
            "A loose * was left out; put it against a word, as in zorg*."};
}

Text short_pattern(std::string_view typed, std::size_t least) {
    return {fmt::format("“{}” is gezocht zonder * of ?; daarvoor zijn minstens {} letters nodig.", typed, least),
            fmt::format("“{}” was searched for without * or ?; these need at least {} letters.", typed, least)};
}

}  // namespace notices

}  // namespace schakel
