#include "searchd/engine/scoring/proximity.hpp"

#include <algorithm>
#include <array>

#include "searchd/engine/scoring/ranked_clauses.hpp"

namespace schakel {

namespace {

constexpr std::array fields{FieldId::title, FieldId::abstract, FieldId::body};  // the body last, see `earliness`

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
        QueryWord word{{}, static_cast<float>(hits.typed_rarity(clause)), clause.stop, {}, {}};
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
        word.own_forms.clear();
        for (const std::string& term : word.terms) {
            const auto forms = segment.files->sequences.forms(term);
            if (word.forms.empty()) word.own_forms.assign(forms.begin(), forms.end());  // of the word as typed
            word.forms.insert(word.forms.end(), forms.begin(), forms.end());
        }
        std::sort(word.forms.begin(), word.forms.end());
        all_forms_.insert(all_forms_.end(), word.forms.begin(), word.forms.end());
    }
    std::sort(all_forms_.begin(), all_forms_.end());
    all_forms_.erase(std::unique(all_forms_.begin(), all_forms_.end()), all_forms_.end());
}

/// How near each other words `first` up to `past` stand, of which these are places in one field, in reading order.
void Proximity::add_distances(std::span<const PlacedForm> places, std::size_t first, std::size_t past) {
    last_.assign(words_.size(), 0);
    for (const PlacedForm& place : places)
        for (std::size_t i = first; i < past; ++i) {
            if (!std::binary_search(words_[i].forms.begin(), words_[i].forms.end(), place.form)) continue;
            last_[i] = place.position;
            if (earliest_[i] == 0) earliest_[i] = place.position;
            const auto meet = [&](std::size_t pair, std::size_t other) {
                if (last_[other] == 0 || last_[other] == place.position) return;
                const std::uint32_t distance = place.position - last_[other];
                if (distance <= widest && (nearest_[pair] == 0 || distance < nearest_[pair])) nearest_[pair] = distance;
            };
            if (i > first) meet(i - 1, i - 1);
            if (i + 1 < past) meet(i, i + 1);
        }
}

Result<void> Proximity::add_field(const DocumentSequences& sequences, FieldId text_field) {
    earliest_.assign(words_.size(), 0);
    if (sequences.is_long()) return add_long_field(sequences, text_field);
    const auto places = sequences.places(text_field, all_forms_);
    if (!places) return tl::unexpected(places.error());
    add_distances(*places, 0, words_.size());
    return {};
}

/// Two by two, because most places of a frequent word are near none of its neighbours; and by the few forms of the words
/// themselves, because of hundreds of compounds most stand somewhere in a long text, and looking them up takes longer than all else.
Result<void> Proximity::add_long_field(const DocumentSequences& sequences, FieldId text_field) {
    ListedWord before;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        auto word = sequences.listed(text_field, words_[i].own_forms);
        if (!word) return tl::unexpected(word.error());
        earliest_[i] = first_place(*word);
        if (i > 0) {
            const auto places = read_near_places({before, *word}, widest);
            if (!places) return tl::unexpected(places.error());
            add_distances(*places, i - 1, i + 1);
        }
        before = std::move(*word);
    }
    return {};
}

Result<WordPlacement> Proximity::of(DocumentId document) {
    look_up(snapshot_.segment_of(document));
    const auto sequences = sequences_.of(document);
    if (!sequences) return tl::unexpected(sequences.error());
    std::fill(nearest_.begin(), nearest_.end(), 0U);
    for (const FieldId field : fields)
        if (auto added = add_field(**sequences, field); !added) return tl::unexpected(added.error());
    return WordPlacement{nearness(), earliness()};
}

float Proximity::nearness() const {
    float sum = 0;
    for (std::size_t pair = 0; pair < nearest_.size(); ++pair)
        if (nearest_[pair] > 0)
            sum += (words_[pair].rarity + words_[pair + 1].rarity) / (2 * static_cast<float>(nearest_[pair]));
    return sum;
}

/// Of the last field that was looked at: the body.
float Proximity::earliness() const {
    float sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i)
        if (earliest_[i] > 0 && !words_[i].stop)
            sum += words_[i].rarity / (1 + static_cast<float>(earliest_[i] - 1) / half_way);
    return sum;
}

}  // namespace schakel
