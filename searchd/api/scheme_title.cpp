#include "searchd/api/scheme_title.hpp"

#include "searchd/ranking/scheme_names.hpp"

namespace schakel {

Text scheme_title(std::string_view scheme, const RegionTable& regions) {
    const auto found = regions.schemes().find(scheme);
    const std::string name = found == regions.schemes().end() ? std::string(scheme) : found->second.name;
    if (scheme == municipality_scheme) return {name, "Municipality"};
    if (scheme == province_scheme) return {name, "Province"};
    return {name, name};
}

}  // namespace schakel
