#include "corpus/readers/office/office_relations.hpp"

#include "corpus/readers/office/office_xml.hpp"

namespace schakel {

namespace {

/// The folder of a part, with '/' at the end unless it is the root.
std::string_view folder_of(std::string_view part) { return part.substr(0, part.rfind('/') + 1); }

std::string relations_part(std::string_view part) {
    const std::string_view folder = folder_of(part);
    return std::string{folder} + "_rels/" + std::string{part.substr(folder.size())} + ".rels";
}

std::string target_name(std::string_view part, std::string_view target) {
    if (target.starts_with('/')) return std::string{target.substr(1)};
    return std::string{folder_of(part)} + std::string{target};
}

}  // namespace

Result<OfficeRelations> OfficeRelations::read(OfficePackage& package, std::string_view part) {
    OfficeRelations relations;
    const std::string name = relations_part(part);
    if (!package.holds(name)) return relations;
    const Result<std::string> text = package.read(name);
    if (!text) return tl::unexpected(text.error());
    const Result<OfficeXml> xml = OfficeXml::parse(name, *text);
    if (!xml) return tl::unexpected(xml.error());
    for (const pugi::xml_node relation : xml->root().children("rel:Relationship"))
        relations.targets_.emplace_back(relation.attribute("Type").value(),
                                        target_name(part, relation.attribute("Target").value()));
    return relations;
}

std::string OfficeRelations::find(std::string_view kind) const {
    for (const auto& [type, name] : targets_)
        if (std::string_view{type}.substr(type.rfind('/') + 1) == kind) return name;
    return {};
}

}  // namespace schakel
