#pragma once

#include <array>
#include <optional>

#include "config/index/field_table.hpp"
#include "config/index/postings.hpp"
#include "searchd/engine/index/index_snapshot.hpp"

namespace schakel {

/// What a document has of a term.
struct Occurrences {
    float weight = 0;  // sum over the text fields of occurrences × `IndexSnapshot::occurrence_weights`: the
                       // pseudo-frequency of BM25F (Robertson, Zaragoza and Taylor, 2004)
    float title = 0;   // the part of it that the title gives

    void add(const Occurrences& others) {
        weight += others.weight;
        title += others.title;
    }
};

/// What occurrences are worth: saturated as BM25 does, and what a title adds on top: there a word says what a text is about, however
/// often others say it.
struct Saturation {
    float k1 = 1.2F;
    float title_bonus = 0;  // per unit of an occurrence's weight in the title

    float value_of(const Occurrences& found) const {
        return found.weight * (k1 + 1) / (found.weight + k1) + title_bonus * found.title;
    }

    bool operator==(const Saturation&) const = default;
};

/// A text field to look in; none = all of them.
using FieldChoice = std::optional<FieldId>;

/// Weighs how often a term stands in each field of a document. The snapshot must outlive it; a plain value.
class FieldWeights {
public:
    explicit FieldWeights(const IndexSnapshot& snapshot) {
        for (std::size_t i = 0; i < text_field_count; ++i) weights_[i] = snapshot.occurrence_weights(i).data();
    }

    Occurrences of(FieldCounts counts, DocumentId document) const {
        if (counts.is_body_only())
            return {static_cast<float>(counts.packed()) * weights_[static_cast<std::size_t>(FieldId::body)][document],
                    0};
        Occurrences found;
        for (std::size_t i = 0; i < text_field_count; ++i)
            found.add(of(counts.of(static_cast<FieldId>(i)), static_cast<FieldId>(i), document));
        return found;
    }

    /// Of a number of times in one field.
    Occurrences of(std::size_t times, FieldId text_field, DocumentId document) const {
        const float weight = static_cast<float>(times) * weights_[static_cast<std::size_t>(text_field)][document];
        return {weight, text_field == FieldId::title ? weight : 0.0F};
    }

private:
    std::array<const float*, text_field_count> weights_{};  // by document
};

}  // namespace schakel
