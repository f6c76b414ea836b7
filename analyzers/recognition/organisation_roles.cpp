#include "analyzers/recognition/organisation_roles.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

namespace schakel {
namespace {

constexpr double by_words = 0.85;  // uitgave van
constexpr double by_copyright = 0.9;
constexpr double as_participant = 0.75;
constexpr double in_title = 0.75;
constexpr std::size_t far_before = 24;  // bytes: © 2016, Copyright ©

struct RoleByCue {
    Cue cue;
    RecognisedRole role;
    double strength;
};

constexpr std::array roles_by_cue{
    RoleByCue{Cue::publisher, RecognisedRole::publisher, by_words},
    RoleByCue{Cue::maker, RecognisedRole::maker, by_words},
    RoleByCue{Cue::commissioner, RecognisedRole::commissioner, by_words},
    RoleByCue{Cue::participant, RecognisedRole::participant, as_participant},
};

/// The cues right before a word of a text, an article between them left out.
class CuesBefore {
public:
    CuesBefore(const Gazetteer& gazetteer, const ScannedText& text) : gazetteer_(gazetteer), text_(text) {
        gazetteer.phrases().find_longest(text.text, text.words, matches_);
    }

    Cues of(std::size_t word) const {
        if (word == 0) return {};
        const bool article = text_.word(word - 1) == "het" || text_.word(word - 1) == "de";
        const std::size_t end = article ? word - 1 : word;
        const auto past = std::partition_point(matches_.begin(), matches_.end(),
                                               [&](const PhraseMatch& match) { return match.last < end; });
        if (past == matches_.begin() || std::prev(past)->last + 1 != end) return {};
        const std::string_view gap =
            text_.text.substr(text_.words[end - 1].end, text_.words[end].begin - text_.words[end - 1].end);
        const bool close = gap.find_first_of(".;,!?)") == std::string_view::npos && gap.size() <= 3;
        return close ? gazetteer_.meaning(std::prev(past)->phrase).before : Cues{};
    }

private:
    const Gazetteer& gazetteer_;
    const ScannedText& text_;
    std::vector<PhraseMatch> matches_;
};

constexpr std::string_view copyright_sign = "©";

bool follows_copyright(const ConceptMention& mention) {
    const std::size_t from = mention.begin > far_before ? mention.begin - far_before : 0;
    const std::string_view before = mention.text.substr(from, mention.begin - from);
    const std::size_t sign = before.rfind(copyright_sign);
    if (sign == std::string_view::npos) return false;
    return std::none_of(before.begin() + static_cast<std::ptrdiff_t>(sign + copyright_sign.size()), before.end(),
                        [](char c) { return (c >= 'a' && c <= 'z') || c == '\n'; });
}

/// In the body the words before an organisation tell its role in another publication as often.
void add_by_cues(const CuesBefore& before, const ConceptMention& mention, std::vector<OrganisationMention>& found) {
    const Cues cues = before.of(mention.first_word);
    for (const RoleByCue& row : roles_by_cue)
        if (cues.has(row.cue)) found.push_back({mention, row.role, row.strength});
    if (mention.zone == Zone::title) found.push_back({mention, RecognisedRole::participant, in_title});
}

}  // namespace

bool may_hold_organisation_role(Zone zone, std::string_view text) {
    return zone != Zone::body || text.find(copyright_sign) != std::string_view::npos;
}

void find_organisation_roles(const Gazetteer& gazetteer, const ScannedText& text,
                             std::span<const ConceptMention> mentions, std::vector<OrganisationMention>& found) {
    std::optional<CuesBefore> before;  // made for the first that asks
    for (const ConceptMention& mention : mentions) {
        if (mention.label->list != ConceptList::organisation) continue;
        if (follows_copyright(mention)) found.push_back({mention, RecognisedRole::publisher, by_copyright});
        if (mention.zone == Zone::body) continue;
        if (!before) before.emplace(gazetteer, text);
        add_by_cues(*before, mention, found);
    }
}

std::vector<RecognisedOrganisation> tally_organisations(std::span<const OrganisationMention> mentions,
                                                        const Vocabulary& organisations, double least_confidence) {
    std::map<std::string_view, const OrganisationMention*> best;
    for (const OrganisationMention& mention : mentions) {
        const OrganisationMention*& known = best[mention.mention.label->code];
        if (!known || mention.strength > known->strength) known = &mention;
    }
    std::vector<RecognisedOrganisation> values;
    for (const auto& [code, found] : best) {
        const Concept* organisation = organisations.find(code);
        if (!organisation || found->strength < least_confidence) continue;
        const ConceptMention& at = found->mention;
        values.push_back({{std::string(code), found->strength, evidence_around(at.text, at.begin, at.end), at.zone},
                          organisation->label.nl,
                          found->role});
    }
    std::stable_sort(values.begin(), values.end(),
                     [](const auto& a, const auto& b) { return a.value.confidence > b.value.confidence; });
    return values;
}

}  // namespace schakel
