#include "corpus/readers/html/html_metadata.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_names = 30;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same_name(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower, lower);
}

/// A publisher and a maker are two fields; a date and a year are one.
std::string record_field_of(const MetadataField& field) { return fmt::format("{} {}", field.element, field.role); }

}  // namespace

void HtmlMetadata::offer(HtmlStandard standard, std::span<const MetadataField> table, std::size_t row,
                         MetadataValue value, std::string_view name) {
    if (one_line(value.text).empty()) return;  // says nothing, and so keeps nothing from being said
    offers_.push_back({standard, &table[row], row, std::move(value), excerpt(one_line(name), 60)});
}

bool HtmlMetadata::offer_by_source(HtmlStandard standard, std::span<const MetadataField> table, std::string_view source,
                                   MetadataValue value, std::string_view name) {
    const auto field =
        std::ranges::find_if(table, [&](const MetadataField& row) { return is_same_name(row.source, source); });
    if (field == table.end()) return false;
    offer(standard, table, static_cast<std::size_t>(field - table.begin()), std::move(value), name);
    return true;
}

void HtmlMetadata::leave_out(std::string_view name) {
    if (not_used_.size() <= most_names) not_used_.insert(excerpt(one_line(name), 60));
}

void HtmlMetadata::take(Offer& offer, RecordBuilder& record) {
    if (filled_.contains(record_field_of(*offer.field))) return;  // said before, by a more careful standard
    offer.is_taken = add_metadata_value(*offer.field, offer.value, {offer.name, offer.name}, record);
    if (!offer.is_taken) leave_out(offer.name);
}

void HtmlMetadata::add_to(RecordBuilder& record) {
    record.set_foreign_values();
    const auto place = [](const Offer& offer) {
        const bool is_language = offer.field->form == MetadataForm::language;  // a summary wants to know it
        return std::tuple{is_language ? 0 : 1, offer.standard, offer.row};
    };
    std::ranges::stable_sort(offers_, std::less{}, place);
    for (auto first = offers_.begin(); first != offers_.end();) {
        const auto last =
            std::find_if(first, offers_.end(), [&](const Offer& offer) { return offer.standard != first->standard; });
        for (auto offer = first; offer != last; ++offer) take(*offer, record);
        for (; first != last; ++first)
            if (first->is_taken) filled_.insert(record_field_of(*first->field));
    }
    for (Text& notice : notices_) record.notice(std::move(notice));
    if (not_used_.empty()) return;
    const std::string names = fmt::format("{}", fmt::join(not_used_, ", "));
    record.notice({"niet overgenomen: " + names, "not taken over: " + names});
}

}  // namespace schakel
