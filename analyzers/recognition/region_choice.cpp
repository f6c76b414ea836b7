#include "analyzers/recognition/region_choice.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace schakel {
namespace {

bool contains(const std::vector<std::string>& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool is_local(const Candidate& candidate) {
    return candidate.kind == CandidateKind::municipality || candidate.kind == CandidateKind::former_municipality ||
           candidate.kind == CandidateKind::place;
}

bool fits(const Candidate& candidate, const RegionMention& mention) {
    if (!mention.province.empty() && !contains(candidate.provinces, mention.province)) return false;
    switch (mention.wanted) {
        case WantedKind::municipality: return is_local(candidate);
        case WantedKind::province: return candidate.kind == CandidateKind::province;
        case WantedKind::region:
            return !is_local(candidate) && (mention.scheme.empty() || candidate.scheme == mention.scheme);
        case WantedKind::any: break;
    }
    return true;
}

/// The candidates that the words beside the mention allow; all of them when they allow none, as in “regio Eindhoven”.
std::vector<const Candidate*> allowed(const RegionMention& mention) {
    std::vector<const Candidate*> fitting;
    for (const Candidate& candidate : mention.name->candidates)
        if (fits(candidate, mention)) fitting.push_back(&candidate);
    if (fitting.empty() && mention.province.empty())
        for (const Candidate& candidate : mention.name->candidates) fitting.push_back(&candidate);
    return fitting;
}

/// Whether several candidates are as likely as the first: two municipalities, or villages without a municipality.
bool is_tie(const std::vector<const Candidate*>& candidates) {
    return candidates.size() > 1 && is_local(*candidates[0]) && candidates[0]->kind == candidates[1]->kind;
}

/// What the product is about as far as names without doubt tell.
class Discourse {
public:
    void add(const RegionMention& mention, const Candidate& candidate) {
        for (const std::string& code : candidate.codes) names_by_code_[code].insert(mention.name);
        for (const std::string& province : candidate.provinces) provinces_[province] += mention.strength;
        if (mention.wanted == WantedKind::province) called_province_.insert(mention.name);
        if (mention.wanted == WantedKind::municipality) called_municipality_.insert(mention.name);
    }

    /// Whether another name stands for the same municipality: Bronckhorst, beside Hengelo.
    bool confirms(const RegionMention& mention, const Candidate& candidate) const {
        const auto found = names_by_code_.find(candidate.codes.front());
        if (found == names_by_code_.end()) return false;
        return found->second.size() > 1 || !found->second.contains(mention.name);
    }

    double weight_of_provinces(const Candidate& candidate) const {
        double weight = 0;
        for (const std::string& province : candidate.provinces) {
            const auto found = provinces_.find(province);
            if (found != provinces_.end()) weight = std::max(weight, found->second);
        }
        return weight;
    }

    /// The province of that name, when the product calls it so and never speaks of the municipality.
    bool means_province(const GazetteerName* name) const {
        return called_province_.contains(name) && !called_municipality_.contains(name);
    }

private:
    std::map<std::string, std::set<const GazetteerName*>, std::less<>> names_by_code_;
    std::map<std::string, double, std::less<>> provinces_;
    std::set<const GazetteerName*> called_province_;
    std::set<const GazetteerName*> called_municipality_;
};

constexpr double least_certain = 0.6;

bool leaves_no_doubt(const RegionMention& mention, const std::vector<const Candidate*>& candidates) {
    return !candidates.empty() && mention.strength >= least_certain && !is_tie(candidates);
}

const Candidate* province_among(const std::vector<const Candidate*>& candidates) {
    const auto found = std::find_if(candidates.begin(), candidates.end(), [](const Candidate* candidate) {
        return candidate->kind == CandidateKind::province;
    });
    return found == candidates.end() ? nullptr : *found;
}

/// The one candidate of a tie that the discourse favours; nullptr when it favours none or two.
const Candidate* favoured(const RegionMention& mention, const std::vector<const Candidate*>& candidates,
                          const Discourse& discourse) {
    for (const Candidate* candidate : candidates)
        if (is_local(*candidate) && discourse.confirms(mention, *candidate)) return candidate;
    const Candidate* best = nullptr;
    double best_weight = 0;
    bool shared = false;
    for (const Candidate* candidate : candidates) {
        if (candidate->kind != candidates.front()->kind) break;
        const double weight = discourse.weight_of_provinces(*candidate);
        shared = weight > 0 && weight == best_weight;
        if (weight > best_weight) best = candidate;
        best_weight = std::max(best_weight, weight);
    }
    return shared ? nullptr : best;
}

const Candidate* choose(const RegionMention& mention, const Discourse& discourse) {
    const std::vector<const Candidate*> candidates = allowed(mention);
    if (candidates.empty()) return nullptr;
    if (mention.wanted == WantedKind::any && discourse.means_province(mention.name))
        if (const Candidate* province = province_among(candidates)) return province;
    if (is_tie(candidates)) return favoured(mention, candidates, discourse);
    if (is_local(*candidates.front()) && !discourse.confirms(mention, *candidates.front()))
        for (const Candidate* candidate : candidates)
            if (candidate->kind == CandidateKind::place && discourse.confirms(mention, *candidate)) return candidate;
    return candidates.front();
}

bool is_only_local(const GazetteerName& name) {
    return std::all_of(name.candidates.begin(), name.candidates.end(), is_local);
}

/// “Friesland, Groningen en Drenthe” are provinces: one that can be nothing else makes the others so.
void want_provinces(std::span<RegionMention> enumeration) {
    const bool one_is = std::any_of(enumeration.begin(), enumeration.end(), [](const RegionMention& mention) {
        return mention.name->candidates.front().kind == CandidateKind::province;
    });
    const bool one_is_not = std::any_of(enumeration.begin(), enumeration.end(),
                                        [](const RegionMention& mention) { return is_only_local(*mention.name); });
    if (!one_is || one_is_not) return;
    for (RegionMention& mention : enumeration)
        if (mention.wanted == WantedKind::any) mention.wanted = WantedKind::province;
}

std::vector<RegionMention> with_enumerated_provinces(std::span<const RegionMention> mentions) {
    std::vector<RegionMention> changed(mentions.begin(), mentions.end());
    for (std::size_t first = 0; first < changed.size();) {
        std::size_t past = first + 1;
        while (past < changed.size() && changed[past].enumerated) ++past;
        want_provinces(std::span(changed).subspan(first, past - first));
        first = past;
    }
    return changed;
}

}  // namespace

std::vector<ChosenRegion> choose_regions(std::span<const RegionMention> given) {
    const std::vector<RegionMention> mentions = with_enumerated_provinces(given);
    Discourse discourse;
    for (const RegionMention& mention : mentions)
        if (const auto candidates = allowed(mention); leaves_no_doubt(mention, candidates))
            discourse.add(mention, *candidates.front());
    std::vector<ChosenRegion> chosen;
    chosen.reserve(mentions.size());
    for (const RegionMention& mention : mentions) chosen.push_back({mention, choose(mention, discourse)});
    return chosen;
}

}  // namespace schakel
