#include "searchd/engine/facets/facet_values.hpp"

#include <algorithm>
#include <charconv>

#include "config/folding.hpp"
#include "config/string_map.hpp"
#include "searchd/engine/facets/facet_counts.hpp"
#include "searchd/engine/facets/facet_tree.hpp"

namespace schakel {

namespace {

constexpr int values_per_page = 20;

bool contains(const std::string& name, const std::string& folded) {
    return fold(name).find(folded) != std::string::npos;
}

/// Gathers the values of an outline as a flat list.
class ValueLister {
public:
    ValueLister(const FacetRequest& request, std::span<const std::uint32_t> counts,
                std::span<const std::uint32_t> living)
        : request_(request), chosen_(request.search.filter(request.facet)), counts_(counts), living_(living) {}

    void list(const Outline& outline) {
        for (const OutlineValue& value : outline) {
            list(value);
            parents_.emplace_back(value.code, value.label);
            list(value.children);
            parents_.pop_back();
        }
    }

    std::vector<ListedValue> take() { return std::move(values_); }

private:
    void list(const OutlineValue& value) {
        const std::uint32_t count = count_of(value, counts_);
        const FacetStatus status = status_of(value, count, chosen_);
        if (status != FacetStatus::chosen && count_of(value, living_) == 0) return;
        const std::string* other_name = nullptr;
        if (!is_asked_for(value, other_name) || !listed_.insert(value.code).second) return;
        values_.push_back({value.code, value.label, count, status, parents_, other_name ? *other_name : ""});
    }

    /// `other_name` is set when only that contains the text, and may be shown.
    bool is_asked_for(const OutlineValue& value, const std::string*& other_name) const {
        const auto asked = [&](const std::string& name) { return contains(name, request_.contains); };
        if (asked(value.label.nl) || asked(value.label.en)) return true;
        const auto found = std::find_if(value.names.begin(), value.names.end(), asked);
        if (found == value.names.end()) return std::any_of(value.hidden.begin(), value.hidden.end(), asked);
        other_name = &*found;
        return true;
    }

    const FacetRequest& request_;
    std::span<const std::string> chosen_;
    std::span<const std::uint32_t> counts_;
    std::span<const std::uint32_t> living_;
    std::vector<std::pair<std::string, Text>> parents_;  // of the values being listed
    StringSet listed_;
    std::vector<ListedValue> values_;
};

bool by_label(const ListedValue& a, const ListedValue& b) { return a.label.nl < b.label.nl; }

void sort(std::vector<ListedValue>& values, ValueOrder order) {
    std::stable_sort(values.begin(), values.end(), by_label);
    if (order == ValueOrder::count)
        std::stable_sort(values.begin(), values.end(),
                         [](const ListedValue& a, const ListedValue& b) { return a.count > b.count; });
}

/// 0 when the code is no year.
int year_of(const ListedValue& value) {
    int year = 0;
    std::from_chars(value.code.data(), value.code.data() + value.code.size(), year);
    return year >= 1000 && year <= 9999 ? year : 0;
}

/// Puts the years between them that nobody has among `years`, oldest first; what is no year goes.
std::vector<ListedValue> with_every_year(std::vector<ListedValue> years) {
    std::erase_if(years, [](const ListedValue& value) { return year_of(value) == 0; });
    std::sort(years.begin(), years.end(),
              [](const ListedValue& a, const ListedValue& b) { return year_of(a) < year_of(b); });
    std::vector<ListedValue> all;
    for (ListedValue& value : years) {
        for (int year = all.empty() ? year_of(value) : year_of(all.back()) + 1; year < year_of(value); ++year) {
            const std::string code = std::to_string(year);
            all.push_back({code, {code, code}, 0, FacetStatus::empty, {}, ""});
        }
        all.push_back(std::move(value));
    }
    return all;
}

/// Leaves one page of the values.
void take_page(std::vector<ListedValue>& values, std::size_t page, std::size_t per_page) {
    const std::size_t first = std::min(values.size(), (page - 1) * per_page);
    const std::size_t last = std::min(values.size(), first + per_page);
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(last), values.end());
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(first));
}

/// The values that are asked for, in no order yet.
std::vector<ListedValue> listed(const FacetRequest& request, std::span<const std::uint32_t> counts,
                                const IndexSnapshot& snapshot, const FacetOutlines& outlines) {
    const Field& facet = field(request.facet);
    const ValueCounts living = living_counts(snapshot, static_cast<std::size_t>(facet.column));
    ValueLister lister(request, counts, living);
    const Outline& outline = outlines.of(facet, request.search.region_scheme);
    lister.list(outline);
    for (const std::string& code : chosen_elsewhere(outline, request.search.filter(request.facet)))
        lister.list(Outline{outlines.elsewhere(facet, code)});
    return lister.take();
}

}  // namespace

FacetValues facet_values(const FacetRequest& request, const SweepResult& swept, const IndexSnapshot& snapshot,
                         const FacetOutlines& outlines) {
    const auto column = static_cast<std::size_t>(field(request.facet).column);
    std::vector<ListedValue> values = listed(request, swept.counts[column], snapshot, outlines);
    const bool histogram = request.facet == FieldId::year && request.contains.empty();
    if (histogram) values = with_every_year(std::move(values));
    if (!histogram || request.order) sort(values, request.order.value_or(ValueOrder::count));
    FacetValues found{request.facet, values.size(), swept.total, request.page, 0, {}, request.search.notices};
    found.per_page =
        request.per_page.value_or(histogram ? std::max(1, static_cast<int>(values.size())) : values_per_page);
    take_page(values, static_cast<std::size_t>(found.page), static_cast<std::size_t>(found.per_page));
    found.values = std::move(values);
    return found;
}

}  // namespace schakel
