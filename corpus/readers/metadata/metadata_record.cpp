#include "corpus/readers/metadata/metadata_record.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

/// Dutch first, then what has no language: it mostly is Dutch.
int language_rank(std::string_view language) {
    const std::string_view main = language.substr(0, language.find('-'));
    if (main == "nl" || main == "nld" || main == "dut") return 0;
    return main.empty() ? 1 : 2;
}

/// A name from a file as it can stand in a message.
std::string shown_name(std::string_view name) { return excerpt(one_line(name), 60); }

Text named(std::string_view name) { return {shown_name(name), shown_name(name)}; }

}  // namespace

MetadataRecord::MetadataRecord(std::string location, std::string id) : builder_(std::move(location), std::move(id)) {
    builder_.set_foreign_values();
}

void MetadataRecord::offer(const MetadataField& field, MetadataValue value, std::string_view name) {
    const int rank = language_rank(value.language);
    offers_.push_back({&field, std::move(value), shown_name(name), rank, offers_.size()});
}

bool MetadataRecord::offer_by_source(std::span<const MetadataField> table, std::string_view source, MetadataValue value,
                                     std::string_view name) {
    const auto field = std::ranges::find(table, source, &MetadataField::source);
    if (field == table.end()) return false;
    offer(*field, std::move(value), name);
    return true;
}

void MetadataRecord::add_inferred_region(std::string region) {
    builder_.add(*find_record_field_by_element("regio"),
                 {std::move(region), {}, {{"rol", "werkgebied"}, {"herkomst", "afgeleid"}}, {"regio", "regio"}});
}

void MetadataRecord::leave_out(std::string_view name) {
    if (!is_said_again_) not_used_.insert(shown_name(name));
}

bool MetadataRecord::suggest_id(std::string_view id) {
    if (!builder_.product().id.empty()) return false;
    builder_.set_id(id);
    return !builder_.product().id.empty();
}

void MetadataRecord::take(const Offer& offer) {
    if (add_metadata_value(*offer.field, offer.value, named(offer.name), builder_)) {
        taken_.insert(offer.name);
    } else if (!is_said_again_) {
        not_used_.insert(offer.name);
    }
}

void MetadataRecord::settle() {
    const auto before = [](const Offer& one, const Offer& other) {
        if (one.field != other.field) return std::less{}(one.field, other.field);  // of one table, so in its order
        return std::pair{one.language_rank, one.position} < std::pair{other.language_rank, other.position};
    };
    std::ranges::sort(offers_, before);
    for (const Offer& offer : offers_) take(offer);
    offers_.clear();
}

void MetadataRecord::settle_for_good() {
    settle();
    is_said_again_ = true;
}

/// A field of which one value was used and another was not is marked, or its name would read as if all of it were lost.
void MetadataRecord::name_what_is_left() {
    constexpr std::size_t most_names = 30;
    std::vector<std::string> nl;
    std::vector<std::string> en;
    for (const std::string& name : not_used_) {
        if (nl.size() == most_names) break;
        const bool is_partly_used = taken_.contains(name);
        nl.push_back(name + (is_partly_used ? " (een tweede waarde)" : ""));
        en.push_back(name + (is_partly_used ? " (a second value)" : ""));
    }
    if (not_used_.size() > most_names) {
        nl.push_back(fmt::format("en nog {}", not_used_.size() - most_names));
        en.push_back(fmt::format("and {} more", not_used_.size() - most_names));
    }
    if (nl.empty()) return;
    builder_.notice({fmt::format("niet overgenomen: {}", fmt::join(nl, ", ")),
                     fmt::format("not taken over: {}", fmt::join(en, ", "))});
}

ReadRecord MetadataRecord::finish() && {
    settle();
    name_what_is_left();
    return std::move(builder_).finish();
}

}  // namespace schakel
