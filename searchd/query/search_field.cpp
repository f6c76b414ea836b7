#include "searchd/query/search_field.hpp"

#include <array>
#include <vector>

#include "config/folding.hpp"
#include "config/nearest.hpp"
#include "config/string_map.hpp"

namespace schakel {

namespace {

struct OtherName {
    std::string_view name;
    FieldId field;
    std::string_view region_scheme;
};

constexpr std::array other_names{
    OtherName{"auteur", FieldId::names, ""},
    OtherName{"auteurs", FieldId::names, ""},
    OtherName{"trefwoord", FieldId::subjects, ""},
    OtherName{"jaartal", FieldId::year, ""},
    OtherName{"gemeente", FieldId::region, "gemeente"},
    OtherName{"provincie", FieldId::region, "provincie"},
};

/// By folded name.
const StringMap<SearchField>& search_fields() {
    static const StringMap<SearchField> known = [] {
        StringMap<SearchField> made;
        for (const Field& row : field_table)
            for (const std::string_view name : {row.name, row.record_key})
                made.emplace(fold(name), SearchField{&row, ""});
        for (const OtherName& other : other_names)
            made.emplace(fold(other.name), SearchField{&field(other.field), other.region_scheme});
        return made;
    }();
    return known;
}

}  // namespace

std::optional<SearchField> find_search_field(std::string_view written) {
    const auto found = search_fields().find(fold(written));
    if (found == search_fields().end()) return std::nullopt;
    return found->second;
}

std::optional<std::string> nearest_search_field(std::string_view written) {
    std::vector<std::string_view> names;
    for (const Field& row : field_table) names.push_back(row.name);
    for (const OtherName& other : other_names) names.push_back(other.name);
    return nearest(written, names);
}

}  // namespace schakel
