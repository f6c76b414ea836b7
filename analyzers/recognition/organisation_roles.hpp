#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/recognition/concept_labels.hpp"
#include "analyzers/recognition/gazetteer.hpp"
#include "analyzers/recognition/recognised_values.hpp"
#include "config/vocabulary.hpp"

namespace schakel {

/// An organisation that a text names, with the role that the words before it give.
struct OrganisationMention {
    ConceptMention mention;
    RecognisedRole role = RecognisedRole::participant;
    double strength = 0;
};

/// Appends the organisations among `mentions` (those of `text`, in order) whose role the text says: “uitgave van”, ©, “in
/// opdracht van”; or that a title names (participant). Being mentioned is no role. Past the opening only © counts.
/// Linear in the text.
void find_organisation_roles(const Gazetteer& gazetteer, const ScannedText& text,
                             std::span<const ConceptMention> mentions, std::vector<OrganisationMention>& found);

/// Whether `find_organisation_roles` can find anything in such a text: without reading its words.
bool may_hold_organisation_role(Zone zone, std::string_view text);

/// One value per organisation, with the role for which the evidence is best; the surest first.
std::vector<RecognisedOrganisation> tally_organisations(std::span<const OrganisationMention> mentions,
                                                        const Vocabulary& organisations, double least_confidence);

}  // namespace schakel
