#include "tests/corpus/harvesters/repository_scene.hpp"

#include <algorithm>

namespace schakel {

std::string failure_of(const HarvestReport& report) {
    return report.failure ? to_text(*report.failure, Language::dutch) : "geen";
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

bool notices_say(const HarvestReport& report, const std::string& part) {
    return std::ranges::any_of(report.notices, [&](const Text& notice) { return says(notice.nl, part); });
}

bool is_later_page(const ServedRequest& request) {
    return says(request.target, "ListRecords") && says(request.target, "resumptionToken");
}

ServedAnswer page_with_token(const std::string& identifier, const std::string& token) {
    return {.body =
                oai_document("<ListRecords><record><header><identifier>" + identifier +
                             "</identifier><datestamp>2026-01-01</datestamp></header><metadata><a/></metadata></record>"
                             "<resumptionToken>" +
                             token + "</resumptionToken></ListRecords>")};
}

}  // namespace schakel
