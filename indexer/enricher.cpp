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
    for (const RecognisedValue& value : recognised)
        values.push_back({value.code, Provenance::recognised, recognition_of(value)});
}

void add_regions(std::vector<RegionValue>& values, const std::vector<RecognisedValue>& recognised) {
    for (const RecognisedValue& value : recognised)
        values.push_back({value.code, RegionRole::subject, Provenance::recognised, recognition_of(value)});
}

void add_organisations(std::vector<OrganisationValue>& values, const std::vector<RecognisedOrganisation>& recognised) {
    for (const RecognisedOrganisation& organisation : recognised)
        values.push_back({organisation.value.code, organisation.name, role_of(organisation.role),
                          Provenance::recognised, recognition_of(organisation.value)});
}

std::vector<std::string_view> pages_of(const KnowledgeProduct& product) {
    std::vector<std::string_view> texts;
    texts.reserve(product.pages.size());
    for (const Page& page : product.pages) texts.emplace_back(page.text);
    return texts;
}

}  // namespace

void Enricher::enrich(KnowledgeProduct& product) const {
    const WantedValues wanted{.regions = product.regions.empty(),
                              .themes = product.themes.empty(),
                              .domains = product.domains.empty(),
                              .organisations = product.organisations.empty(),
                              .year = !product.year && product.date.empty()};
    const std::vector<std::string_view> pages = pages_of(product);
    const RecognisedValues recognised = recogniser_.recognise({.title = product.title,
                                                               .abstract = product.abstract,
                                                               .keywords = product.keywords,
                                                               .pages = pages,
                                                               .wanted = wanted});
    add_regions(product.regions, recognised.regions);
    add_concepts(product.themes, recognised.themes);
    add_concepts(product.domains, recognised.domains);
    add_organisations(product.organisations, recognised.organisations);
    if (!recognised.year) return;
    product.year = recognised.year->year;
    product.recognised_year = Recognition{recognised.year->evidence, recognised.year->confidence};
}

}  // namespace schakel
