#include "indexer/enricher.hpp"

#include <string_view>
#include <vector>

namespace schakel {
namespace {

OrganisationRole role_of(RecognisedRole role) {
    switch (role) {
        case RecognisedRole::publisher: return OrganisationRole::publisher;
        case RecognisedRole::maker: return OrganisationRole::maker;
        case RecognisedRole::commissioner: return OrganisationRole::commissioner;
        case RecognisedRole::participant: break;
    }
    return OrganisationRole::participant;
}

Recognition recognition_of(const RecognisedValue& value) { return {value.evidence, value.confidence}; }

void add_concepts(std::vector<CodedValue>& values, const std::vector<RecognisedValue>& recognised) {
    if (!values.empty()) return;
    for (const RecognisedValue& value : recognised)
        values.push_back({value.code, Provenance::recognised, recognition_of(value)});
}

void add_regions(std::vector<RegionValue>& values, const std::vector<RecognisedValue>& recognised) {
    if (!values.empty()) return;
    for (const RecognisedValue& value : recognised)
        values.push_back({value.code, RegionRole::subject, Provenance::recognised, recognition_of(value)});
}

void add_organisations(std::vector<OrganisationValue>& values, const std::vector<RecognisedOrganisation>& recognised) {
    if (!values.empty()) return;
    for (const RecognisedOrganisation& organisation : recognised)
        values.push_back({organisation.value.code, organisation.name, role_of(organisation.role),
                          Provenance::recognised, recognition_of(organisation.value)});
}

}  // namespace

void Enricher::enrich(KnowledgeProduct& product) const {
    const std::vector<std::string_view> pages = [&] {
        std::vector<std::string_view> texts;
        for (const Page& page : product.pages) texts.emplace_back(page.text);
        return texts;
    }();
    const RecognisedValues recognised = recogniser_.recognise(
        {.title = product.title, .abstract = product.abstract, .keywords = product.keywords, .pages = pages});
    add_regions(product.regions, recognised.regions);
    add_concepts(product.themes, recognised.themes);
    add_concepts(product.domains, recognised.domains);
    add_organisations(product.organisations, recognised.organisations);
    if (product.year || !product.date.empty() || !recognised.year) return;
    product.year = recognised.year->year;
    product.recognised_year = Recognition{recognised.year->evidence, recognised.year->confidence};
}

}  // namespace schakel
