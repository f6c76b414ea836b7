#pragma once

#include "config/error.hpp"
#include "config/regions.hpp"
#include "config/vocabulary.hpp"
#include "corpus/foreign_values.hpp"
#include "corpus/knowledge_product.hpp"

namespace schakel {

/// Turns a record as written into one the index can rely on: every value of a vocabulary becomes its code, regions too, an
/// organisation gets its code and preferred label (one that the authority file does not know: a slug of the name, and the
/// name), language tags get their usual case, a missing year is taken from the date, and a value that occurs twice (with the
/// same role) stays once. Keeps references: both arguments must outlive it. Immutable; safe from any thread.
class Resolver {
public:
    Resolver(const Vocabularies& vocabularies, const RegionTable& regions);

    /// Replaces the values in place. All problems of a record come in one error, one per line of its message, each naming
    /// field and value, with the nearest known value where there is one; its code is that of the first problem: unknown_value,
    /// ambiguous_value, missing_field or malformed (id, year, date, language, address). After a failure the record is
    /// partly resolved and of no use.
    Result<void> resolve(KnowledgeProduct& product) const;

    /// To be called first when `product.foreign_values` is set: see `schakel::accept_foreign_values`.
    std::vector<Text> accept_foreign_values(KnowledgeProduct& product) const {
        return schakel::accept_foreign_values(product, vocabularies_, regions_);
    }

private:
    const Vocabularies& vocabularies_;
    const RegionTable& regions_;
};

}  // namespace schakel
