#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/string_map.hpp"
#include "corpus/knowledge_product.hpp"
#include "corpus/reader.hpp"

namespace schakel {

/// Corrections that a curator made to records, kept apart from the sources so that they survive every harvest: lines of JSON
/// with an id and only the fields that change. A field replaces what the record says, lists as a whole; `leeg` names fields to
/// empty; `bevestigd` and `afgewezen` judge recognised values: {"afgewezen": {"regios": ["GM0153"]}}. Immutable once loaded;
/// safe from any thread.
class Corrections {
public:
    /// Reads every .jsonl file in `folder`, in the order of their names; a folder that does not exist holds none. Of two
    /// corrections of one field the last one counts. Errors: malformed, missing_field (file and line), unreadable.
    static Result<Corrections> load(const std::filesystem::path& folder);

    /// Fingerprint of all corrections of a record; 0 = it has none.
    std::uint64_t hash_of(std::string_view id) const;

    /// Fingerprint of all corrections together; 0 = there are none.
    std::uint64_t hash() const { return hash_; }

    /// Changes the record that was read. What cannot be applied turns it into an error that names the correction.
    ReadRecord apply(ReadRecord record) const;

    std::size_t size() const { return by_id_.size(); }

private:
    struct Correction {
        std::string location;  // file:line
        std::string line;      // JSON, as written
    };

    Result<void> read_file(const std::filesystem::path& file);
    Result<void> add(std::string location, std::string line);

    StringMap<std::vector<Correction>> by_id_;
    std::uint64_t hash_ = 0;
};

}  // namespace schakel
