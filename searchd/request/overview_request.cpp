#include "searchd/request/overview_request.hpp"

#include "searchd/request/address_parameters.hpp"

namespace schakel {

namespace {

constexpr std::string_view row_parameter = "rij";
constexpr std::string_view column_parameter = "kolom";
constexpr std::array own_parameters{row_parameter, column_parameter};

/// Beside the facets, which are all filters.
constexpr std::array<std::string_view, 6> search_parameters{"zoek",         "jaarVan",  "jaarTotEnMet",
                                                            "overstijgend", "indeling", "synoniemen"};

constexpr std::array<std::string_view, facet_count> facet_names() {
    std::array<std::string_view, facet_count> names;
    for (std::size_t column = 0; column < facet_count; ++column) names[column] = facet_field(column).name;
    return names;
}

std::vector<std::string_view> of_search() {
    constexpr auto facets = facet_names();
    std::vector<std::string_view> names(search_parameters.begin(), search_parameters.end());
    names.insert(names.end(), facets.begin(), facets.end());
    return names;
}

/// Empty when it was not given, or is no facet.
std::optional<FieldId> facet_in(AddressParameters& given, std::string_view name) {
    constexpr auto facets = facet_names();
    const auto chosen = given.choice(name, facets);
    return chosen ? std::optional(facet_field(*chosen).id) : std::nullopt;
}

/// The side that was not given is the usual one, unless that is the other side already.
FieldId beside(std::optional<FieldId> other, FieldId usual, FieldId instead) {
    return other == usual ? instead : usual;
}

}  // namespace

Checked<OverviewRequest> parse_overview_request(const QueryParameters& parameters, const Installation& installation,
                                                const IndexSnapshot& snapshot) {
    AddressParameters given(parameters, own_parameters, of_search());
    const auto row = facet_in(given, row_parameter);
    const auto column = facet_in(given, column_parameter);
    if (row && row == column)
        given.problem(column_parameter, {"Rij en kolom zijn hetzelfde filter; kies er twee.",
                                         "Row and column are the same facet; choose two."});
    OverviewRequest request;
    request.row = row.value_or(beside(column, FieldId::theme, FieldId::scale));
    request.column = column.value_or(beside(row, FieldId::scale, FieldId::theme));
    request.search = given.search(installation, snapshot);
    if (!given.is_right()) return tl::unexpected(given.take_problems());
    return request;
}

}  // namespace schakel
