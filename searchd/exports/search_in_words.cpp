#include "searchd/exports/search_in_words.hpp"

#include <fmt/format.h>

#include "searchd/page/dutch_text.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/xml/plain_line.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_query = 200;  // bytes
constexpr std::size_t most_values = 5;      // of one facet

/// The name of a value, for a name outside every vocabulary as the products write it.
std::string name_of_value(const Field& facet, const std::string& code, const Labels& labels,
                          const IndexSnapshot& snapshot) {
    const auto column = static_cast<std::size_t>(facet.column);
    std::string name = facet.id == FieldId::region ? labels.region(code) : labels.of(facet.id, code);
    if (name != code || facet.values != FieldValues::names) return name;
    const auto ordinal = snapshot.ordinal(column, code);
    const std::string* known = ordinal ? &snapshot.facet(column).values[*ordinal].label : nullptr;
    return known == nullptr || known->empty() ? name : *known;
}

/// "jeugd", "jeugd of ouderen", "a, b, c, d, e of nog 3 andere".
std::string joined_values(const Field& facet, const std::vector<std::string>& codes, const Labels& labels,
                          const IndexSnapshot& snapshot) {
    std::vector<std::string> names;
    for (const std::string& code : codes) {
        if (names.size() == most_values) break;
        names.push_back(plain_line(name_of_value(facet, code, labels, snapshot)));
    }
    constexpr Phrase others{"nog {} andere", "{} others"};
    if (codes.size() > most_values)
        names.push_back(fmt::format(fmt::runtime(others.in(labels.language())), codes.size() - most_values));
    const std::string last = names.back();
    names.pop_back();
    constexpr Phrase either{"of", "or"};
    return names.empty() ? last : fmt::format("{} {} {}", fmt::join(names, ", "), either.in(labels.language()), last);
}

void add_years(const SearchRequest& request, Language language, std::vector<std::string>& parts) {
    constexpr Phrase since{"vanaf", "from"};
    constexpr Phrase until{"tot en met", "to"};
    if (request.year_from && request.year_until)
        parts.push_back(fmt::format("{} {} {}", *request.year_from, until.in(language), *request.year_until));
    else if (request.year_from)
        parts.push_back(fmt::format("{} {}", since.in(language), *request.year_from));
    else if (request.year_until)
        parts.push_back(fmt::format("{} {}", until.in(language), *request.year_until));
}

Phrase crossing_in_words(Crossing crossing) {
    if (crossing == Crossing::sector) return {"sectoroverstijgend", "across sectors"};
    return {"domeinoverstijgend", "across domains"};
}

}  // namespace

std::string search_in_words(const SearchRequest& request, const Labels& labels, const IndexSnapshot& snapshot) {
    std::vector<std::string> parts;
    if (std::string query = shortened(plain_line(request.query), longest_query); !query.empty())
        parts.push_back(std::move(query));
    for (std::size_t column = 0; column < facet_count; ++column) {
        const Field& facet = facet_field(column);
        if (const auto& codes = request.filters[column]; !codes.empty())
            parts.push_back(fmt::format("{} {}", in_running_text(heading_of(facet.id, labels.language())),
                                        joined_values(facet, codes, labels, snapshot)));
    }
    add_years(request, labels.language(), parts);
    if (request.crossing) parts.emplace_back(crossing_in_words(*request.crossing).in(labels.language()));
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace schakel
