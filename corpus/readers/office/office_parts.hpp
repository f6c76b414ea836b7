#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/readers/office/office_package.hpp"
#include "corpus/readers/office/office_record.hpp"
#include "corpus/readers/office/office_xml.hpp"
#include "corpus/record_builder.hpp"

namespace schakel {

/// A part of a package as XML. Errors: as of OfficePackage::read and OfficeXml::parse.
Result<OfficeXml> read_part(OfficePackage& package, std::string_view name);

/// A part that a document may do without: when it is absent its root is empty, and when it cannot be read as well, with
/// a notice in the record.
class OptionalPart {
public:
    OptionalPart(OfficePackage& package, const std::string& name, RecordBuilder& record);

    pugi::xml_node root() const { return xml_ ? xml_->root() : pugi::xml_node{}; }

private:
    std::optional<OfficeXml> xml_;
};

/// Adds every child element of `parent` that holds anything: dc:title and the like.
void add_standard_properties(const pugi::xml_node& parent, OfficeProperties& properties);

/// Adds the name of a field that the maker added, unless it has no value.
void add_own_property(std::string_view name, std::string_view value, OfficeProperties& properties);

}  // namespace schakel
