#include "searchd/request/partner_request.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "searchd/request/address_parameters.hpp"

namespace schakel {

namespace {

constexpr std::string_view role_parameter = "rol";
constexpr std::array own_parameters{role_parameter};
constexpr std::array<std::string_view, 8> search_parameters{"zoek",        "thema", "domein", "regio",
                                                            "vanuitRegio", "type",  "pagina", "perPagina"};

/// The types of product that are somebody to turn to.
constexpr std::array<std::string_view, 2> partner_types{"kennispartner", "netwerk"};

bool is_partner(const Concept& type) {
    return std::find(partner_types.begin(), partner_types.end(), type.code) != partner_types.end();
}

/// What is no type at all is refused with the rest of the search.
void check_types(AddressParameters& given, const Vocabulary& types) {
    for (const std::string& written : given.values("type"))
        if (const auto type = types.resolve(written); type && !is_partner(**type))
            given.problem("type",
                          {fmt::format("\"{}\" kan hier niet; kies kennispartner of netwerk.", written),
                           fmt::format("\"{}\" is not possible here; choose kennispartner or netwerk.", written)});
}

}  // namespace

Checked<PartnerRequest> parse_partner_request(const QueryParameters& parameters, const Installation& installation,
                                              const IndexSnapshot& snapshot) {
    AddressParameters given(parameters, own_parameters, search_parameters);
    PartnerRequest request;
    if (const auto role = given.choice(role_parameter, partner_role_names))
        request.role = static_cast<PartnerRole>(*role);
    check_types(given, installation.vocabularies.at("type"));
    request.search = given.search(installation, snapshot);
    if (!given.is_right()) return tl::unexpected(given.take_problems());
    auto& types = request.search.filter(FieldId::type);
    if (types.empty()) types.assign(partner_types.begin(), partner_types.end());
    return request;
}

}  // namespace schakel
