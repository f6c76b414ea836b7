#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "searchd/request/request_parser.hpp"

namespace schakel {

/// What an organisation or point of contact does for who has a question.
enum class PartnerRole { contact_point, knowledge_broker, consultation };

/// The name of each in the API.
inline constexpr std::array<std::string_view, 3> partner_role_names{"schakelpunt", "kennismakelaar", "consultfunctie"};

/// Who can help? A plain value.
struct PartnerRequest {
    std::optional<PartnerRole> role;  // rol; empty = any, also when it is not known
    SearchRequest search;             // for partners and networks, or one of the two
};

/// Reads the parameters of `/v1/kennispartners`: rol, type, and of a search those for words, theme, domain, region,
/// what is near, and the page. Every problem of every parameter is reported. Pure; safe from any thread.
Checked<PartnerRequest> parse_partner_request(const QueryParameters& parameters, const Installation& installation,
                                              const IndexSnapshot& snapshot);

}  // namespace schakel
