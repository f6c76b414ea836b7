#include "searchd/engine/facets/facet_tree.hpp"

#include <algorithm>

namespace schakel {

namespace {

/// A value that is shown, before it is written out: values are sorted as such, because that moves little.
struct ShownValue {
    const OutlineValue* value;
    std::uint32_t count;
    FacetStatus status;
    std::vector<FacetValueCount> children;
};

bool more_hits(const ShownValue& a, const ShownValue& b) { return a.count > b.count; }
bool by_label(const ShownValue& a, const ShownValue& b) { return a.value->label.nl < b.value->label.nl; }
bool newest(const ShownValue& a, const ShownValue& b) { return a.value->code > b.value->code; }

/// Fills in one outline.
class OutlineFiller {
public:
    OutlineFiller(const Field& facet, std::span<const std::uint32_t> counts, std::span<const std::string> chosen)
        : facet_(facet), counts_(counts), chosen_(chosen) {}

    std::vector<FacetValueCount> fill(const Outline& outline, const Outline& elsewhere) const {
        const bool whole = facet_.values == FieldValues::vocabulary && !facet_.hierarchical;
        std::vector<ShownValue> shown = shown_of(outline, whole);
        for (ShownValue& value : shown_of(elsewhere, true)) shown.push_back(std::move(value));
        if (!elsewhere.empty()) std::stable_sort(shown.begin(), shown.end(), by_label);
        return written_out(shown);
    }

private:
    std::vector<ShownValue> shown_of(const Outline& outline, bool whole) const {
        std::vector<ShownValue> shown;
        for (const OutlineValue& value : outline) {
            const std::uint32_t count = count_of(value, counts_);
            const FacetStatus status = status_of(value, count, chosen_);
            std::vector<FacetValueCount> children = below(value);
            if (whole || status != FacetStatus::empty || !children.empty())
                shown.push_back({&value, count, status, std::move(children)});
        }
        return shown;
    }

    std::vector<FacetValueCount> below(const OutlineValue& value) const {
        if (value.children.empty()) return {};
        std::vector<ShownValue> shown = shown_of(value.children, false);
        return written_out(shown);
    }

    /// Outlines are in the order of labels, which stable sorting keeps among values with as many hits.
    std::vector<FacetValueCount> written_out(std::vector<ShownValue>& shown) const {
        std::stable_sort(shown.begin(), shown.end(), facet_.id == FieldId::year ? newest : more_hits);
        std::vector<FacetValueCount> written;
        written.reserve(shown.size());
        for (ShownValue& value : shown)
            written.push_back(
                {value.value->code, value.value->label, value.count, value.status, std::move(value.children)});
        return written;
    }

    const Field& facet_;
    std::span<const std::uint32_t> counts_;
    std::span<const std::string> chosen_;
};

bool has(const Outline& outline, const std::string& code) {
    return std::any_of(outline.begin(), outline.end(),
                       [&](const OutlineValue& value) { return value.code == code || has(value.children, code); });
}

}  // namespace

FacetStatus status_of(const OutlineValue& value, std::uint32_t count, std::span<const std::string> chosen) {
    if (std::find(chosen.begin(), chosen.end(), value.code) != chosen.end()) return FacetStatus::chosen;
    return count > 0 ? FacetStatus::available : FacetStatus::empty;
}

std::vector<std::string> chosen_elsewhere(const Outline& outline, std::span<const std::string> chosen) {
    std::vector<std::string> elsewhere;
    for (const std::string& code : chosen)
        if (!has(outline, code)) elsewhere.push_back(code);
    return elsewhere;
}

FacetCounts facet_tree(const Field& facet, std::span<const std::uint32_t> counts, const SearchRequest& request,
                       const FacetOutlines& outlines) {
    const Outline& outline = outlines.of(facet, request.region_scheme);
    const std::vector<std::string>& chosen = request.filters[static_cast<std::size_t>(facet.column)];
    Outline elsewhere;
    for (const std::string& code : chosen_elsewhere(outline, chosen))
        elsewhere.push_back(outlines.elsewhere(facet, code));
    return {facet.id, OutlineFiller(facet, counts, chosen).fill(outline, elsewhere)};
}

}  // namespace schakel
