#pragma once

#include <memory>
#include <string>

#include "analyzers/installation.hpp"
#include "analyzers/recognition/recogniser.hpp"
#include "config/error.hpp"
#include "indexer/enricher.hpp"

namespace schakel {

/// The recogniser of an installation, made once per run of the indexer from the tables of places and of recognition.
/// Immutable; safe from any thread. `installation` must outlive it.
class Enrichment {
public:
    /// Errors: those of `load_places`, `load_recognition_tables` and `Recogniser::make`.
    static Result<std::unique_ptr<const Enrichment>> load(const Installation& installation);

    /// Changes with the tables: products recognised with another version are to be read again. Without loading them, which
    /// takes longer. Errors: those of `read_file`.
    static Result<std::string> version(const Installation& installation);

    explicit Enrichment(Recogniser recogniser) : recogniser_(std::move(recogniser)), enricher_(recogniser_) {}
    Enrichment(const Enrichment&) = delete;
    Enrichment& operator=(const Enrichment&) = delete;

    const Enricher& enricher() const { return enricher_; }

private:
    Recogniser recogniser_;
    Enricher enricher_;
};

}  // namespace schakel
