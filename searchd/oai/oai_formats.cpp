#include "searchd/oai/oai_formats.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "searchd/oai/oai_dublin_core.hpp"
#include "searchd/oai/oai_schakel_record.hpp"
#include "searchd/request/url.hpp"

namespace schakel {

namespace {

void write_dublin_core(pugi::xml_node metadata, const StoredRecord& record, const OaiContext& context) {
    const std::string page = std::string(context.address) + "/kennisproducten/" + percent_encode(record.id);
    add_oai_dc(metadata, record, context.installation, page);
}

void write_schakel_record(pugi::xml_node metadata, const StoredRecord& record, const OaiContext& context) {
    add_schakel_record(metadata, record, context.names);
}

constexpr std::array formats{
    OaiFormat{"oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/",
              write_dublin_core},
    OaiFormat{"schakel", "/static/kennisproduct.xsd", schakel_record_namespace, write_schakel_record},
};

}  // namespace

std::span<const OaiFormat> oai_formats() { return formats; }

const OaiFormat* find_oai_format(std::string_view prefix) {
    const auto found = std::ranges::find(formats, prefix, &OaiFormat::prefix);
    return found == formats.end() ? nullptr : &*found;
}

}  // namespace schakel
