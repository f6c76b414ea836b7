#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/error.hpp"
#include "corpus/readers/office/office_package.hpp"

namespace schakel {

/// Which parts of a package belong to one of its parts, and as what (ECMA-376 part 2, 6.5).
class OfficeRelations {
public:
    /// Those of `part`, or of the package itself when `part` is empty. A part without relations has none. Errors: as of
    /// OfficePackage::read and OfficeXml::parse.
    static Result<OfficeRelations> read(OfficePackage& package, std::string_view part);

    /// Name of the first part that is related as `kind`, the last word of the type of the relation, which is the same
    /// in both variants of the standard ("footnotes"); empty when there is none.
    std::string find(std::string_view kind) const;

private:
    std::vector<std::pair<std::string, std::string>> targets_;  // type, name of the part
};

}  // namespace schakel
