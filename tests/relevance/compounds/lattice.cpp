#include "tests/relevance/compounds/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace schakel {

namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();

/// ln(e^a + e^b).
double log_sum(double a, double b) {
    if (a < b) std::swap(a, b);
    return b == impossible ? a : a + std::log1p(std::exp(b - a));
}

bool has_base_form(const PartCandidate& part, const std::string& lemma, const Lexicon& lexicon) {
    if (part.word == no_word) return false;
    return lexicon.text(part.word) == lemma || lexicon.text(lexicon.entry(part.word).lemma) == lemma;
}

}  // namespace

Lattice::Lattice(const LabelledWord& word, const Lexicon& lexicon, const PartCandidates& source)
    : length_(word.text.size()), whole_labelled_(word.cuts.empty()), weight_(word.weight) {
    std::vector<PartCandidate> candidates;
    gather(word.text, lexicon, source, candidates);
    whole_ = packed(traits_of_whole(lexicon, word.text, lexicon.find(word.text).value_or(no_word)));
    for (const PartCandidate& part : candidates)
        arcs_.push_back({part.begin, part.end, packed(traits_of_part(lexicon, word.text, part)), false});
    label(word, lexicon, candidates);
    reachable_ = whole_labelled_ || has_labelled_cover();
}

Lattice::Traits Lattice::packed(const TraitList& list) {
    Traits traits;
    for (const TraitList::Trait& trait : list.all())
        traits.push_back({static_cast<std::uint16_t>(trait.number), static_cast<float>(trait.value)});
    return traits;
}

void Lattice::gather(std::string_view word, const Lexicon& lexicon, const PartCandidates& source,
                     std::vector<PartCandidate>& candidates) const {
    std::vector<bool> begins(length_ + 1);
    begins[0] = true;
    std::vector<PartCandidate> here;
    for (std::size_t begin = 0; begin < length_; ++begin) {
        if (!begins[begin]) continue;
        here.clear();
        source.add_known(word, begin, here);
        if (!lexicon.find(word)) PartCandidates::add_unknown(word, begin, here);
        for (const PartCandidate& part : here) {
            if (part.end - part.begin == length_) continue;
            begins[part.end] = true;
            candidates.push_back(part);
        }
    }
}

void Lattice::label(const LabelledWord& word, const Lexicon& lexicon, const std::vector<PartCandidate>& candidates) {
    std::vector<std::size_t> places{0};
    places.insert(places.end(), word.cuts.begin(), word.cuts.end());
    places.push_back(length_);
    for (Arc& arc : arcs_)
        for (std::size_t i = 0; i + 1 < places.size(); ++i)
            arc.labelled = arc.labelled || (arc.begin == places[i] && arc.end == places[i + 1]);
    if (!word.cuts.empty() && word.lemmas.size() == word.cuts.size() + 1) keep_base_forms(word, lexicon, candidates);
}

/// Where a candidate has the base form that the label gives, the others for the same letters are no longer labelled:
/// without that kansloos becomes kan|s|loos.
void Lattice::keep_base_forms(const LabelledWord& word, const Lexicon& lexicon,
                              const std::vector<PartCandidate>& candidates) {
    for (std::size_t i = 0; i < word.lemmas.size(); ++i) {
        const std::size_t begin = i == 0 ? 0 : word.cuts[i - 1];
        std::vector<std::size_t> same;
        for (std::size_t arc = 0; arc < arcs_.size(); ++arc)
            if (arcs_[arc].labelled && arcs_[arc].begin == begin) same.push_back(arc);
        const auto fits = [&](std::size_t arc) { return has_base_form(candidates[arc], word.lemmas[i], lexicon); };
        if (std::none_of(same.begin(), same.end(), fits)) continue;
        for (const std::size_t arc : same) arcs_[arc].labelled = fits(arc);
    }
}

bool Lattice::has_labelled_cover() const {
    std::vector<bool> reached(length_ + 1);
    reached[0] = true;
    for (const Arc& arc : arcs_)
        if (arc.labelled && reached[arc.begin]) reached[arc.end] = true;
    return reached[length_];
}

double Lattice::score_of(const Traits& traits, const TraitWeights& weights) {
    double sum = 0;
    for (const Trait& trait : traits) sum += weights[trait.number] * static_cast<double>(trait.value);
    return sum;
}

double Lattice::log_likelihood(const TraitWeights& weights, TraitWeights& gradient) const {
    const double allowed = expect(weights, Readings::labelled, weight_, gradient);
    return weight_ * (allowed - expect(weights, Readings::all, -weight_, gradient));
}

/// The ln of the sum over the readings (forward and backward over the arcs); adds the expected traits times `sign` to `gradient`.
double Lattice::expect(const TraitWeights& weights, Readings readings, double sign, TraitWeights& gradient) const {
    const bool all = readings == Readings::all;
    const auto counts = [&](const Arc& arc) { return all || (arc.labelled && !whole_labelled_); };
    std::vector<double> before(length_ + 1, impossible);
    std::vector<double> behind(length_ + 1, impossible);
    std::vector<double> scores;
    before[0] = behind[length_] = 0;
    for (const Arc& arc : arcs_) {
        scores.push_back(counts(arc) ? score_of(arc.traits, weights) : impossible);
        before[arc.end] = log_sum(before[arc.end], before[arc.begin] + scores.back());
    }
    for (std::size_t i = arcs_.size(); i-- > 0;)
        behind[arcs_[i].begin] = log_sum(behind[arcs_[i].begin], behind[arcs_[i].end] + scores[i]);
    const double whole = all || whole_labelled_ ? score_of(whole_, weights) : impossible;
    const double sum = log_sum(before[length_], whole);
    const auto add = [&](const Traits& traits, double log_chance) {
        const double share = sign * std::exp(log_chance - sum);
        for (const Trait& trait : traits) gradient[trait.number] += share * static_cast<double>(trait.value);
    };
    if (whole != impossible) add(whole_, whole);
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
        const double through = before[arcs_[i].begin] + scores[i] + behind[arcs_[i].end];
        if (through != impossible) add(arcs_[i].traits, through);
    }
    return sum;
}

}  // namespace schakel
