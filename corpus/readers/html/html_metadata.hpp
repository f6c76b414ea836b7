#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/metadata/metadata_field.hpp"
#include "corpus/record_builder.hpp"

namespace schakel {

/// The ways in which a page says what it is, the most careful first. A record field is filled from the first that gives it.
enum class HtmlStandard { dublin_core, highwire, schema_org, open_graph, html };

/// Gathers the metadata of one page. One per page.
class HtmlMetadata {
public:
    /// A value for row `row` of `table`, one of `standard`; `name` is what the page calls it. Of one standard the first row is
    /// read first.
    void offer(HtmlStandard standard, std::span<const MetadataField> table, std::size_t row, MetadataValue value,
               std::string_view name);

    /// The same for the first row of `table` with this source, in any case of letters. False when there is none.
    bool offer_by_source(HtmlStandard standard, std::span<const MetadataField> table, std::string_view source,
                         MetadataValue value, std::string_view name);

    /// Names metadata that a record has no place for.
    void leave_out(std::string_view name);

    void notice(Text text) { notices_.push_back(std::move(text)); }

    /// Fills the record, and adds the notices with one that names what was not used.
    void add_to(RecordBuilder& record);

private:
    struct Offer {
        HtmlStandard standard;
        const MetadataField* field;
        std::size_t row;  // of its table
        MetadataValue value;
        std::string name;
        bool is_taken = false;
    };

    void take(Offer& offer, RecordBuilder& record);

    std::vector<Offer> offers_;
    std::vector<Text> notices_;
    std::set<std::string> not_used_;
    std::set<std::string> filled_;  // record fields with a value of a standard before the one at hand
};

}  // namespace schakel
