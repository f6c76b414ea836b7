#include "searchd/query/field_value_finder.hpp"

#include <algorithm>
#include <vector>

#include "searchd/query/typed_text.hpp"
#include "searchd/query/value_resolution.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_value = 6;  // words: "mensen met een licht verstandelijke beperking"
constexpr int most_lookups = 60;          // in one query; each takes about 0.1 ms

/// Without the signs of the sentence around it; a year may begin with dots.
std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" ,;"), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(" ,;!?") + 1);
}

/// What `rest` would be without its first word, its first two words, …
std::vector<std::string_view> shorter_rests(std::string_view rest, std::size_t most) {
    std::vector<std::string_view> rests;
    while (rests.size() < most && has_word_character(rest)) {
        take_chunk(rest);
        rests.push_back(rest);
    }
    return rests;
}

}  // namespace

Result<ValueCondition> FieldValueFinder::resolve(std::string_view written, const SearchField& field) {
    std::string named(field.region_scheme);
    if (!named.empty()) named += ' ';
    named += trimmed(written);
    auto found = resolve_value(*field.field, named, installation_);
    if (!found) return tl::unexpected(found.error());
    if (found->notice) notices_.add(*found->notice);
    return std::move(found->condition);
}

bool FieldValueFinder::may_look_up() {
    if (lookups_++ < most_lookups) return true;
    notices_.add(notices::too_many_values());
    return false;
}

void FieldValueFinder::note_unknown(std::string_view written, const Field& facet, const Error& error) {
    notices_.add(notices::unknown_value(facet, trimmed(written), error.hint));
}

std::optional<ValueCondition> FieldValueFinder::take(std::string_view& rest, const SearchField& field) {
    const std::size_t most = field.field->id == FieldId::year ? 1 : longest_value;
    const std::vector<std::string_view> rests = shorter_rests(rest, most);
    for (std::size_t words = rests.size(); words > 0; --words) {
        if (!may_look_up()) return std::nullopt;
        const std::string_view behind = rests[words - 1];
        const std::string_view written = rest.substr(0, rest.size() - behind.size());
        auto found = resolve(written, field);
        if (!found && words == 1) note_unknown(written, *field.field, found.error());
        if (!found) continue;
        rest = behind;
        return std::move(*found);
    }
    return std::nullopt;
}

std::optional<ValueCondition> FieldValueFinder::find(std::string_view written, const SearchField& field) {
    if (!may_look_up()) return std::nullopt;
    auto found = resolve(written, field);
    if (found) return std::move(*found);
    note_unknown(written, *field.field, found.error());
    return std::nullopt;
}

}  // namespace schakel
