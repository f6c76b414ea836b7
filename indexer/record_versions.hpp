#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/installation.hpp"
#include "indexer/index_document.hpp"
#include "indexer/ledger.hpp"

namespace schakel {

/// What the index has of a product as one number: what an answer shows, the labels and wider values under which it is found, and
/// its text. Pure.
std::uint64_t version_of(const IndexDocument& document, const Installation& installation);

/// Tells since when the index has a product as it is: since the generation before when that had it so too. Immutable; safe from any
/// thread.
class RecordVersions {
public:
    /// `before`: the ledger of the generation before, empty when there is none. `now`: of this run, seconds since 1970 UTC.
    RecordVersions(const Ledger& before, std::int64_t now, const Installation& installation);

    /// Writes into the record of the document since when it is so, and returns that with its version.
    RecordVersion date(IndexDocument& document) const;

private:
    struct Known {
        std::uint64_t id = 0;  // hash: texts would take most of the memory
        RecordVersion version;
    };

    std::int64_t changed(std::string_view id, std::uint64_t version) const;

    std::vector<Known> known_;  // by id
    std::int64_t now_;
    const Installation& installation_;
};

}  // namespace schakel
