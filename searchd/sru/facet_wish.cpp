#include "searchd/sru/facet_wish.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "searchd/sru/cql_index.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_items = 60;
constexpr int last_start = 1'000'000;

/// "10:dc.subject": a value, and the facet that it is for.
struct Item {
    std::string_view value;
    std::string_view index;  // empty = all facets
};

std::vector<Item> items_of(std::string_view written) {
    std::vector<Item> items;
    while (!written.empty()) {
        const std::string_view item = written.substr(0, written.find(','));
        written.remove_prefix(std::min(item.size() + 1, written.size()));
        const std::size_t colon = std::min(item.find(':'), item.size());
        items.push_back({item.substr(0, colon), item.substr(std::min(colon + 1, item.size()))});
    }
    return items;
}

std::optional<int> number_of(std::string_view text, int least, int most) {
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = failure == std::errc{} && end == text.data() + text.size();
    return whole && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

bool is_countable(const CqlIndex& index) { return index.field.field != nullptr && index.kind != CqlIndexKind::text; }

/// dc.subject counts themes.
FieldId facet_of(const CqlIndex& index) {
    return index.kind == CqlIndexKind::subject ? FieldId::theme : index.field.field->id;
}

class FacetWishes {
public:
    explicit FacetWishes(std::vector<Diagnostic>& problems) : problems_(problems) {}

    std::vector<FacetWish> read(const FacetParameters& parameters);

private:
    void read_limits(std::string_view written);
    void read_starts(std::string_view written);
    void read_orders(std::string_view written);
    void set_order(const Item& item, FacetTermOrder order);
    void add_every_facet();
    FacetWish* wish(std::string_view parameter, std::string_view index);
    void refuse_value(std::string_view parameter, std::string_view value) {
        problems_.push_back(diagnostic(DiagnosticCode::unsupported_value, fmt::format("{}={}", parameter, value)));
    }

    std::vector<Diagnostic>& problems_;
    std::vector<FacetWish> wishes_;
    FacetWish usual_;  // what holds for every facet
    bool every_facet_ = false;
};

/// The one with that index, made when it is not there yet; nullptr when there is no such facet.
FacetWish* FacetWishes::wish(std::string_view parameter, std::string_view index) {
    const auto known =
        std::find_if(wishes_.begin(), wishes_.end(), [&](const FacetWish& each) { return each.index == index; });
    if (known != wishes_.end()) return &*known;
    const auto found = find_cql_index(index, {});
    if (!found) {
        problems_.push_back(found.error());
        return nullptr;
    }
    if (!is_countable(*found)) {
        refuse_value(parameter, index);
        return nullptr;
    }
    wishes_.push_back({facet_of(*found), std::string(index)});
    return &wishes_.back();
}

void FacetWishes::read_limits(std::string_view written) {
    for (const Item& item : items_of(written)) {
        const auto number = number_of(item.value, 0, most_facet_terms);
        if (!number) {
            refuse_value("facetLimit", item.value);
        } else if (item.index.empty()) {
            usual_.most = *number;
            every_facet_ = true;
        } else if (FacetWish* own = wish("facetLimit", item.index)) {
            own->most = *number;
        }
    }
}

void FacetWishes::read_starts(std::string_view written) {
    for (const Item& item : items_of(written)) {
        const auto number = number_of(item.value, 1, last_start);
        if (!number)
            refuse_value("facetStart", item.value);
        else if (item.index.empty())
            usual_.first = *number;
        else if (FacetWish* own = wish("facetStart", item.index))
            own->first = *number;
    }
}

void FacetWishes::set_order(const Item& item, FacetTermOrder order) {
    if (item.index.empty())
        usual_.order = order;
    else if (FacetWish* own = wish("facetSort", item.index))
        own->order = order;
}

/// A direction is fine when it is the one that belongs to the order.
void FacetWishes::read_orders(std::string_view written) {
    FacetTermOrder last = FacetTermOrder::most_hits;
    for (const Item& item : items_of(written)) {
        if (item.value == "recordCount" || item.value == "alphanumeric") {
            last = item.value == "alphanumeric" ? FacetTermOrder::alphabet : FacetTermOrder::most_hits;
            set_order(item, last);
        } else if (item.value != (last == FacetTermOrder::alphabet ? "ascending" : "descending")) {
            refuse_value("facetSort", item.value);
        }
    }
}

void FacetWishes::add_every_facet() {
    for (std::size_t column = 0; column < facet_count; ++column) {
        const Field& facet = facet_field(column);
        if (std::none_of(wishes_.begin(), wishes_.end(), [&](const FacetWish& own) { return own.facet == facet.id; }))
            wishes_.push_back(
                {facet.id, "schakel." + std::string(facet.name), usual_.most, usual_.first, usual_.order});
    }
}

std::vector<FacetWish> FacetWishes::read(const FacetParameters& parameters) {
    for (const std::string* written : {&parameters.limit, &parameters.start, &parameters.sort}) {
        if (static_cast<std::size_t>(std::count(written->begin(), written->end(), ',')) < most_items) continue;
        refuse_value("facetLimit", "");
        return {};
    }
    read_limits(parameters.limit);
    read_starts(parameters.start);
    read_orders(parameters.sort);
    if (every_facet_) add_every_facet();
    std::erase_if(wishes_, [](const FacetWish& each) { return each.most == 0; });
    return std::move(wishes_);
}

}  // namespace

std::vector<FacetWish> facet_wishes(const FacetParameters& parameters, std::vector<Diagnostic>& problems) {
    return FacetWishes(problems).read(parameters);
}

}  // namespace schakel
