#include "searchd/ranking/scheme_names.hpp"

#include <array>
#include <utility>

namespace schakel {

namespace {

/// In English, of the schemes that come with Schakel.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> english_names{
    {{municipality_scheme, "municipality"},
     {province_scheme, "province"},
     {"arbeidsmarktregio", "labour market region"},
     {"corop", "COROP region"},
     {"ggd", "GGD region"},
     {"samenwerkingsverband", "partnership"},
     {"veiligheidsregio", "safety region"}}};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "Provincie" begins small within a sentence, "GGD-regio" does not.
std::string within_sentence(std::string name) {
    const bool abbreviation = name.size() > 1 && is_capital(name[1]);
    if (!name.empty() && is_capital(name[0]) && !abbreviation) name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return name;
}

}  // namespace

Text scheme_name(std::string_view scheme, const RegionTable& regions) {
    const auto found = regions.schemes().find(scheme);
    const std::string name =
        within_sentence(found == regions.schemes().end() ? std::string(scheme) : found->second.name);
    for (const auto& [code, english] : english_names)
        if (code == scheme) return {name, std::string(english)};
    return {name, name};
}

}  // namespace schakel
