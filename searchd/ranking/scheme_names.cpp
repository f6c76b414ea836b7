#include "searchd/ranking/scheme_names.hpp"

namespace schakel {

namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "Provincie" begins small within a sentence, "GGD-regio" does not.
std::string within_sentence(std::string name) {
    const bool abbreviation = name.size() > 1 && is_capital(name[1]);
    if (!name.empty() && is_capital(name[0]) && !abbreviation) name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return name;
}

}  // namespace

Text scheme_name(std::string_view scheme, const RegionTable& regions) {
    if (scheme == municipality_scheme) return {"gemeente", "municipality"};
    if (scheme == province_scheme) return {"provincie", "province"};
    const auto found = regions.schemes().find(scheme);
    const std::string name =
        within_sentence(found == regions.schemes().end() ? std::string(scheme) : found->second.name);
    return {name, name};
}

}  // namespace schakel
