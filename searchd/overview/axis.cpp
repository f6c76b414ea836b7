#include "searchd/overview/axis.hpp"

#include <algorithm>
#include <charconv>

#include "searchd/engine/facets/facet_counts.hpp"
#include "searchd/engine/facets/facet_outlines.hpp"

namespace schakel {

namespace {

bool by_code(const AxisValue& a, const AxisValue& b) { return a.code < b.code; }
bool by_label(const AxisValue& a, const AxisValue& b) { return a.label.nl < b.label.nl; }

/// Gathers the values of one facet.
class AxisMaker {
public:
    AxisMaker(const Field& facet, const SearchRequest& request, const IndexSnapshot& snapshot,
              const Installation& installation)
        : facet_(facet),
          request_(request),
          chosen_(request.filter(facet.id)),
          snapshot_(snapshot),
          installation_(installation) {}

    Axis make() {
        axis_.facet = &facet_;
        switch (facet_.values) {
            case FieldValues::vocabulary: add_concepts(); break;
            case FieldValues::regions: add_regions(); break;
            case FieldValues::names: add_names(); break;
            case FieldValues::codes: add_codes(); break;
            case FieldValues::free: break;
        }
        if (facet_.values != FieldValues::names) add_chosen_elsewhere();
        return std::move(axis_);
    }

private:
    std::size_t column() const { return static_cast<std::size_t>(facet_.column); }
    const std::vector<ColumnValue>& known() const { return snapshot_.facet(column()).values; }

    bool is_chosen(const std::string& code) const {
        return std::find(chosen_.begin(), chosen_.end(), code) != chosen_.end();
    }

    /// `way` leads from a value to those it lies within, itself first.
    bool is_shown(const std::vector<std::string>& way) const {
        return chosen_.empty() ||
               std::any_of(way.begin(), way.end(), [&](const std::string& code) { return is_chosen(code); });
    }

    bool is_on_axis(const std::string& code) const {
        return std::any_of(axis_.values.begin(), axis_.values.end(),
                           [&](const AxisValue& value) { return value.code == code; });
    }

    void add(const ColumnValue& value, std::string parent = {}) {
        axis_.values.push_back({value.code, label_of(facet_, value, installation_), std::move(parent),
                                snapshot_.ordinal(column(), value.code)});
    }

    void add_concepts() {
        const Vocabulary& vocabulary = installation_.vocabularies.at(facet_.name);
        for (const Concept* top : vocabulary.tops()) add_subtree(vocabulary, *top, "");
    }

    void add_subtree(const Vocabulary& vocabulary, const Concept& top, const std::string& parent) {
        const bool shown = is_shown(vocabulary.with_ancestors(top.code));
        if (shown) add({top.code, ""}, parent);
        for (const std::string& code : top.narrower)
            add_subtree(vocabulary, *vocabulary.find(code), shown ? top.code : parent);
    }

    void add_regions() {
        const std::string country(national_region);
        if (is_shown({country})) add({country, ""});
        const auto scheme = installation_.regions.schemes().find(request_.region_scheme);
        if (scheme == installation_.regions.schemes().end()) return;
        for (const std::string& code : scheme->second.regions)
            if (is_shown(installation_.regions.containing(code))) add({code, ""});
    }

    void add_names() {
        std::vector<ColumnValue> names;
        const Vocabulary& vocabulary = installation_.vocabularies.at(facet_.name);
        for (const ColumnValue& value : known())
            if (is_shown({value.code}) || is_shown(vocabulary.with_ancestors(value.code))) names.push_back(value);
        keep_most(names);
        for (const ColumnValue& name : names) add(name);
        std::sort(axis_.values.begin(), axis_.values.end(), by_label);
    }

    /// Those with most products.
    void keep_most(std::vector<ColumnValue>& names) {
        const ValueCounts living = living_counts(snapshot_, column());
        const auto count = [&](const ColumnValue& name) { return living[*snapshot_.ordinal(column(), name.code)]; };
        std::erase_if(names, [&](const ColumnValue& name) { return count(name) == 0; });
        if (names.size() <= most_names_on_axis) return;
        axis_.left_out = names.size() - most_names_on_axis;
        std::stable_sort(names.begin(), names.end(),
                         [&](const ColumnValue& a, const ColumnValue& b) { return count(a) > count(b); });
        names.resize(most_names_on_axis);
    }

    void add_codes() {
        for (const ColumnValue& value : known())
            if (is_shown({value.code}) && (facet_.id != FieldId::year || is_in_range(value.code))) add(value);
        std::sort(axis_.values.begin(), axis_.values.end(), by_code);
    }

    bool is_in_range(const std::string& code) const {
        int year = 0;
        std::from_chars(code.data(), code.data() + code.size(), year);
        return year >= request_.year_from.value_or(year) && year <= request_.year_until.value_or(year);
    }

    /// A region of another scheme, a year that nobody has.
    void add_chosen_elsewhere() {
        for (const std::string& code : chosen_)
            if (!is_on_axis(code)) add({code, ""});
    }

    const Field& facet_;
    const SearchRequest& request_;
    const std::vector<std::string>& chosen_;
    const IndexSnapshot& snapshot_;
    const Installation& installation_;
    Axis axis_;
};

}  // namespace

Axis axis_of(FieldId facet, const SearchRequest& request, const IndexSnapshot& snapshot,
             const Installation& installation) {
    return AxisMaker(field(facet), request, snapshot, installation).make();
}

}  // namespace schakel
