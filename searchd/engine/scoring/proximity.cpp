#include "searchd/engine/scoring/proximity.hpp"

#include <algorithm>
#include <array>

#include "searchd/engine/scoring/ranked_clauses.hpp"

namespace schakel {

namespace {

constexpr std::array fields{FieldId::title, FieldId::abstract, FieldId::body};

bool is_other_form(Reason reason) {
    return reason == Reason::typed || reason == Reason::exact_form || reason == Reason::inside;
}

/// Stop words too: they are between the others in the text as well.
bool stands_in_texts(const QueryClause& clause, bool has_condition, const std::vector<const QueryClause*>& ranked) {
    if (clause.excluded || clause.values) return false;
    return !has_condition || std::find(ranked.begin(), ranked.end(), &clause) != ranked.end();
}

}  // namespace

Proximity::Proximity(const Query& query, const AlternativeHits& hits, const IndexSnapshot& snapshot,
                     SequenceReader& sequences)
    : snapshot_(snapshot), sequences_(sequences) {
    const std::vector<const QueryClause*> ranked = ranked_clauses(query);
    for (const QueryClause& clause : query.clauses) {
        if (!stands_in_texts(clause, query.condition.has_value(), ranked)) continue;
        QueryWord word{{}, static_cast<float>(hits.typed_rarity(clause)), {}};
        for (const Alternative& alternative : clause.alternatives)
            if (alternative.arrangement == Arrangement::single && is_other_form(alternative.reason))
                word.terms.push_back(alternative.terms.front().term);
        words_.push_back(std::move(word));
    }
    nearest_.resize(words_.empty() ? 0 : words_.size() - 1);
}

void Proximity::look_up(const SnapshotSegment& segment) {
    if (segment_ == &segment) return;
    segment_ = &segment;
    all_forms_.clear();
    for (QueryWord& word : words_) {
        word.forms.clear();
        for (const std::string& term : word.terms) {
            const auto forms = segment.files->sequences.forms(term);
            word.forms.insert(word.forms.end(), forms.begin(), forms.end());
        }
        std::sort(word.forms.begin(), word.forms.end());
        all_forms_.insert(all_forms_.end(), word.forms.begin(), word.forms.end());
    }
    std::sort(all_forms_.begin(), all_forms_.end());
    all_forms_.erase(std::unique(all_forms_.begin(), all_forms_.end()), all_forms_.end());
}

Result<void> Proximity::add_field(const DocumentSequences& sequences, FieldId text_field) {
    const auto places = sequences.places(text_field, all_forms_);
    if (!places) return tl::unexpected(places.error());
    last_.assign(words_.size(), 0);
    for (const PlacedForm& place : *places)
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (!std::binary_search(words_[i].forms.begin(), words_[i].forms.end(), place.form)) continue;
            last_[i] = place.position;
            const auto meet = [&](std::size_t pair, std::size_t other) {
                if (last_[other] == 0 || last_[other] == place.position) return;
                const std::uint32_t distance = place.position - last_[other];
                if (distance <= widest && (nearest_[pair] == 0 || distance < nearest_[pair])) nearest_[pair] = distance;
            };
            if (i > 0) meet(i - 1, i - 1);
            if (i + 1 < words_.size()) meet(i, i + 1);
        }
    return {};
}

Result<float> Proximity::of(DocumentId document) {
    look_up(snapshot_.segment_of(document));
    const auto sequences = sequences_.of(document);
    if (!sequences) return tl::unexpected(sequences.error());
    std::fill(nearest_.begin(), nearest_.end(), 0U);
    for (const FieldId field : fields)
        if (auto added = add_field(**sequences, field); !added) return tl::unexpected(added.error());
    float sum = 0;
    for (std::size_t pair = 0; pair < nearest_.size(); ++pair)
        if (nearest_[pair] > 0)
            sum += (words_[pair].rarity + words_[pair + 1].rarity) / (2 * static_cast<float>(nearest_[pair]));
    return sum;
}

}  // namespace schakel
