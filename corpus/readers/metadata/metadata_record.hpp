#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/metadata/metadata_field.hpp"

namespace schakel {

/// Gathers the values that a metadata record of some standard gives and makes one record of them, with foreign values. One per
/// record. Of several values for a field that takes one, the one wins whose row comes first in the table, then the Dutch
/// one, then the first in the file. What is not used is named in one notice.
class MetadataRecord {
public:
    /// `location` as in ReadRecord. `id` may be empty: see `suggest_id`.
    MetadataRecord(std::string location, std::string id);

    /// A value for a row of a table; `name` is what the file calls it.
    void offer(const MetadataField& field, MetadataValue value, std::string_view name);

    /// The same for the row of `table` with this source. False when there is none.
    bool offer_by_source(std::span<const MetadataField> table, std::string_view source, MetadataValue value,
                         std::string_view name);

    /// A region that follows from another value, such as the municipality that published it.
    void add_inferred_region(std::string region);

    /// Names a field that the record has no place for.
    void leave_out(std::string_view name);

    /// An id for a record that has none yet. True when it became the id.
    bool suggest_id(std::string_view id);

    /// What tells the record from others in its file, but not from those in other files.
    void set_local_id(std::string_view id) { local_id_ = id; }
    const std::string& local_id() const { return local_id_; }

    void notice(Text text) { builder_.notice(std::move(text)); }

    /// Puts what was offered into the record, before what is offered later.
    void settle();

    /// The same. What is offered later says the same again in another standard: it fills up what is still empty, and nothing
    /// of it is named as not used.
    void settle_for_good();

    ReadRecord finish() &&;

private:
    struct Offer {
        const MetadataField* field;
        MetadataValue value;
        std::string name;
        int language_rank;
        std::size_t position;  // in the file
    };

    void take(const Offer& offer);
    void name_what_is_left();

    RecordBuilder builder_;
    std::string local_id_;
    std::vector<Offer> offers_;
    std::set<std::string, std::less<>> taken_;     // names of fields of which some value was used
    std::set<std::string, std::less<>> not_used_;  // names
    bool is_said_again_ = false;
};

}  // namespace schakel
