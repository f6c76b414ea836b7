#include "corpus/readers/office/office_reading.hpp"

#include <string>
#include <utility>

#include "corpus/readers/office/office_faults.hpp"

namespace schakel {

namespace {

Result<ReadRecord> read_record(std::string_view bytes, std::string_view uri, std::string_view extension,
                               ReadPackage read_package) {
    if (auto fault = find_office_fault(bytes, extension)) return tl::unexpected(std::move(*fault));
    Result<OfficePackage> package = OfficePackage::open(bytes);
    if (!package) return tl::unexpected(std::move(package.error()));
    return read_package(*package, uri);
}

}  // namespace

void read_office_bytes(std::string_view bytes, std::string_view uri, std::string_view extension,
                       ReadPackage read_package, const RecordSink& sink) {
    Result<ReadRecord> record = read_record(bytes, uri, extension, read_package);
    sink(record ? std::move(*record) : ReadRecord{std::string{uri}, tl::unexpected(std::move(record.error())), {}});
}

}  // namespace schakel
