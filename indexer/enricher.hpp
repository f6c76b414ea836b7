#pragma once

#include "analyzers/recognition/recogniser.hpp"
#include "corpus/knowledge_product.hpp"

namespace schakel {

/// Adds to a product what its own words show: regions, themes, domains, organisations and the year, each value with
/// Provenance::recognised, its evidence and confidence. It runs after `Resolver`, so values are codes. What somebody gave
/// always wins: a facet that has a value already, whatever its provenance, gets none. Keeps a reference to the recogniser.
/// Immutable; safe from any thread, for different products.
class Enricher {
public:
    explicit Enricher(const Recogniser& recogniser) : recogniser_(recogniser) {}

    void enrich(KnowledgeProduct& product) const;

private:
    const Recogniser& recogniser_;
};

}  // namespace schakel
