#include "corpus/readers/metadata/metadata_standards.hpp"

#include <algorithm>
#include <array>

#include "corpus/readers/metadata/didl.hpp"
#include "corpus/readers/metadata/diwoo.hpp"
#include "corpus/readers/metadata/dublin_core.hpp"
#include "corpus/readers/metadata/mods.hpp"
#include "corpus/readers/metadata/oai_dc.hpp"
#include "corpus/readers/metadata/owms.hpp"

namespace schakel {

namespace {

constexpr std::array standards{
    MetadataStandard{"DIDL", didl_fields, is_didl, read_didl},
    MetadataStandard{"MODS", mods_fields, is_mods, read_mods},
    MetadataStandard{"DiWoo", diwoo_fields, is_diwoo, read_diwoo},
    MetadataStandard{"OWMS", owms_fields, is_owms, read_owms},
    MetadataStandard{"Dublin Core", dublin_core_fields, is_oai_dc, read_oai_dc},
};

}  // namespace

std::span<const MetadataStandard> metadata_standards() { return standards; }

const MetadataStandard* metadata_standard_of(const pugi::xml_node& element) {
    const auto found =
        std::ranges::find_if(standards, [&](const MetadataStandard& standard) { return standard.is_record(element); });
    return found == standards.end() ? nullptr : &*found;
}

}  // namespace schakel
