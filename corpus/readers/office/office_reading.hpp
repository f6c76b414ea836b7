#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/readers/office/office_package.hpp"

namespace schakel {

/// Makes the record of an opened package.
using ReadPackage = Result<ReadRecord> (*)(OfficePackage& package, std::string_view uri);

/// What the readers of office documents share: refuses what is no such file, opens the package, and gives the sink the record
/// or the one error. `extension` is the one the file has (".docx").
void read_office_bytes(std::string_view bytes, std::string_view uri, std::string_view extension,
                       ReadPackage read_package, const RecordSink& sink);

}  // namespace schakel
