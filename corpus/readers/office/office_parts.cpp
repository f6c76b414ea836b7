#include "corpus/readers/office/office_parts.hpp"

#include <utility>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

Result<OfficeXml> read_part(OfficePackage& package, std::string_view name) {
    const Result<std::string> text = package.read(name);
    if (!text) return tl::unexpected(text.error());
    return OfficeXml::parse(name, *text);
}

OptionalPart::OptionalPart(OfficePackage& package, const std::string& name, RecordBuilder& record) {
    if (!package.holds(name)) return;
    Result<OfficeXml> xml = read_part(package, name);
    if (xml) {
        xml_ = std::move(*xml);
        return;
    }
    const Text& reason = xml.error().message;
    record.notice({fmt::format("niet gelezen: {}", reason.nl), fmt::format("not read: {}", reason.en)});
}

void add_standard_properties(const pugi::xml_node& parent, OfficeProperties& properties) {
    for (const pugi::xml_node property : parent.children()) {
        const std::string_view name = element_name(property);
        if (name.empty() || name == "meta:user-defined") continue;
        if (std::string value = text_within(property); !value.empty())
            properties.standard.push_back({one_line(valid_utf8(name)), std::move(value)});
    }
}

void add_own_property(std::string_view name, std::string_view value, OfficeProperties& properties) {
    const std::string shown = one_line(valid_utf8(name));
    if (!shown.empty() && !value.empty()) properties.own.push_back(shown);
}

}  // namespace schakel
