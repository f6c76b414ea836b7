#include "searchd/page/partner_role_name.hpp"

#include <array>

#include "searchd/overview/partners.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

/// In the order of `PartnerRole`.
constexpr std::array<Phrase, partner_role_names.size()> names{
    {{"schakelpunt", "contact point"}, {"kennismakelaar", "knowledge broker"}, {"consultfunctie", "advisory service"}}};

/// A report about contact points is none.
bool is_somebody(const StoredRecord& record) {
    const std::vector<StoredValue>& types = record.of(FieldId::type);
    return !types.empty() && (types.front().code == "kennispartner" || types.front().code == "netwerk");
}

}  // namespace

std::string partner_role_name(const StoredRecord& record, Language language) {
    const auto role = is_somebody(record) ? role_of(record) : std::nullopt;
    return role ? std::string{names[static_cast<std::size_t>(*role)].in(language)} : std::string{};
}

}  // namespace schakel
