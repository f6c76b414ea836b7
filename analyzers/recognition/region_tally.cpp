#include "analyzers/recognition/region_tally.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

namespace schakel {
namespace {

constexpr double weight_in_opening = 1.5;       // of one mention in the body
constexpr double least_in_doubt_removed = 0.4;  // weaker mentions do not confirm each other
constexpr double surest = 0.99;
constexpr double least_weight = 0.5;  // one mention in doubt is enough for a short text
constexpr double weight_per_mention = 0.9;
constexpr double share_of_subject = 0.15;  // of all mentions, in a list that has a subject all the same
constexpr double share_covered = 0.8;      // of a region's municipalities, and of the list

bool in_front(Zone zone) { return zone == Zone::title || zone == Zone::keyword || zone == Zone::abstract; }

/// What one region has for it.
struct RegionScore {
    double doubt = 1;   // that none of the better mentions is meant as a place
    double weight = 0;  // mentions in the body
    double front = 0;   // the strongest in title, keywords and abstract
    RegionMention best;
    double best_rank = -1;

    void add(const RegionMention& mention) {
        if (mention.strength >= least_in_doubt_removed) doubt *= 1 - mention.strength;
        if (in_front(mention.zone))
            front = std::max(front, mention.strength);
        else
            weight += mention.strength * (mention.zone == Zone::opening ? weight_in_opening : 1);
        const double rank = mention.strength + (mention.zone == Zone::body ? 0 : 1);
        if (rank > best_rank) best = mention;
        best_rank = std::max(best_rank, rank);
    }

    double confidence(double weight_needed) const {
        const double certain = std::max(1 - doubt, best.strength);
        const double in_body = certain * std::min(1.0, weight / weight_needed);
        return std::min(surest, std::max(front > 0 ? std::max(front, certain * front) : 0, in_body));
    }
};

using Scores = std::map<std::string, RegionScore, std::less<>>;

double total_weight(const Scores& scores) {
    double total = 0;
    for (const auto& [code, score] : scores) total += score.weight;
    return total;
}

/// The weight that a region needs in a body of this length, in which all regions together have `total`.
double weight_needed(std::size_t text_length, double total, const RecognitionSettings& settings) {
    const double units = static_cast<double>(text_length) / static_cast<double>(settings.length_of_one_mention);
    const double more_mentions = std::clamp(std::sqrt(units), 1.0, settings.most_mentions) - 1;
    const double share = settings.share_in_long_text * more_mentions / (settings.most_mentions - 1);
    return std::max(least_weight + weight_per_mention * more_mentions, share * total);
}

RecognisedValue value_of(const std::string& code, const RegionScore& score, double confidence) {
    return {code, confidence, evidence_around(score.best.text, score.best.begin, score.best.end), score.best.zone};
}

bool is_municipality(const RegionTable& regions, std::string_view code) {
    const Region* region = regions.find(code);
    return region && region->scheme == "gemeente";
}

/// The long list of municipalities in a product.
class MunicipalityList {
public:
    MunicipalityList(const std::vector<RecognisedValue>& values, const RegionTable& regions) : regions_(regions) {
        for (const RecognisedValue& value : values)
            if (is_municipality(regions, value.code)) codes_.insert(value.code);
    }

    std::size_t size() const { return codes_.size(); }

    /// The smallest region that has most of the list and most of whose municipalities are listed, by rank of its scheme
    /// where several do; nullptr when none does.
    const Region* region_covered() const {
        const Region* best = nullptr;
        for (const auto& [scheme, rows] : regions_.schemes())
            for (const std::string& code : rows.regions) {
                const Region* region = regions_.find(code);
                if (scheme != "gemeente" && covers(*region) && (!best || is_before(*region, *best))) best = region;
            }
        return best;
    }

private:
    static bool is_before(const Region& a, const Region& b) {
        return std::pair(a.municipalities.size(), rank_of_scheme(a.scheme)) <
               std::pair(b.municipalities.size(), rank_of_scheme(b.scheme));
    }

    bool covers(const Region& region) const {
        const auto listed = std::count_if(region.municipalities.begin(), region.municipalities.end(),
                                          [&](const std::string& code) { return codes_.contains(code); });
        const auto least = [](std::size_t count) { return share_covered * static_cast<double>(count); };
        return static_cast<double>(listed) >= std::max(least(region.municipalities.size()), least(codes_.size()));
    }

    const RegionTable& regions_;
    std::set<std::string> codes_;
};

/// Takes out the municipalities that are only part of a long list, and puts in the region that the list covers.
void sum_up_list(std::vector<RecognisedValue>& values, const Scores& scores, const RegionTable& regions,
                 const RecognitionSettings& settings) {
    const MunicipalityList list(values, regions);
    if (list.size() <= settings.longest_list) return;
    const double total = total_weight(scores);
    const RecognisedValue first = values.front();
    std::erase_if(values, [&](const RecognisedValue& value) {
        const RegionScore& score = scores.find(value.code)->second;
        const bool subject = value.zone == Zone::title || score.weight > share_of_subject * total;
        return is_municipality(regions, value.code) && !subject;
    });
    const Region* covered = list.region_covered();
    const auto is_covered = [&](const RecognisedValue& value) { return covered && value.code == covered->code; };
    if (covered && std::none_of(values.begin(), values.end(), is_covered))
        values.push_back({covered->code, settings.least_region, first.evidence, first.zone});
}

}  // namespace

std::vector<RecognisedValue> tally_regions(std::span<const ChosenRegion> chosen, std::size_t text_length,
                                           const RegionTable& regions, const RecognitionSettings& settings) {
    Scores scores;
    for (const ChosenRegion& region : chosen)
        if (region.meant)
            for (const std::string& code : region.meant->codes) scores[code].add(region.mention);
    const double needed = weight_needed(text_length, total_weight(scores), settings);
    std::vector<RecognisedValue> values;
    for (const auto& [code, score] : scores)
        if (const double confidence = score.confidence(needed); confidence >= settings.least_region)
            values.push_back(value_of(code, score, confidence));
    sum_up_list(values, scores, regions, settings);
    std::stable_sort(values.begin(), values.end(),
                     [](const RecognisedValue& a, const RecognisedValue& b) { return a.confidence > b.confidence; });
    return values;
}

}  // namespace schakel
