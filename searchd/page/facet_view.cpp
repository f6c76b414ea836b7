#include "searchd/page/facet_view.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "searchd/page/crossing_view.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/own_region_view.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/page/year_view.hpp"

namespace schakel {

namespace {

enum class Place { always, under_more };

constexpr std::size_t worth_hiding = 3;   // "Toon alle" for fewer values would cost more room than it saves
constexpr std::size_t most_values = 100;  // of a facet without an end, such as the organisations

/// How the column presents a facet.
struct Presentation {
    FieldId facet;
    Place place;
    std::size_t values_shown;  // the others wait behind "Toon alle"
    Noun part;                 // what a value below a value is called
};

constexpr std::array presentations{
    Presentation{FieldId::scale, Place::always, 3},
    Presentation{FieldId::theme, Place::always, 8, {{"deelthema", "subtheme"}, {"deelthema’s", "subthemes"}}},
    Presentation{FieldId::region, Place::always, 8, {{"gemeente", "municipality"}, {"gemeenten", "municipalities"}}},
    Presentation{FieldId::domain, Place::always, 8, {{"deeldomein", "subdomain"}, {"deeldomeinen", "subdomains"}}},
    Presentation{FieldId::type, Place::always, 8},
    Presentation{FieldId::audience, Place::always, 8},
    Presentation{FieldId::organisation,
                 Place::always,
                 8,
                 {{"eerdere naam", "earlier name"}, {"eerdere namen", "earlier names"}}},
    Presentation{FieldId::year, Place::always, 0},  // the bars come first
    Presentation{FieldId::population, Place::under_more, 8, {{"groep", "group"}, {"groepen", "groups"}}},
    Presentation{FieldId::activity, Place::under_more, 8},
    Presentation{FieldId::evidence, Place::under_more, 8},
    Presentation{FieldId::knowledge_kind, Place::under_more, 8},
    Presentation{FieldId::form, Place::under_more, 8},
    Presentation{FieldId::language, Place::under_more, 8},
};

bool is_chosen(const SearchRequest& request, FieldId facet, std::string_view code) {
    const std::vector<std::string>& codes = request.filter(facet);
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// The fieldset of one facet. Built for one page and thrown away.
class FacetView {
public:
    FacetView(const Presentation& presentation, const SearchRequest& request, const Labels& labels)
        : presentation_(presentation), request_(request), labels_(labels) {}

    TemplateData of(const FacetCounts* counts) {
        const std::vector<const FacetValueCount*> values = counts == nullptr ? none() : worth_showing(*counts);
        const bool fold = values.size() >= presentation_.values_shown + worth_hiding || presentation_.values_shown == 0;
        const std::size_t shown = fold ? presentation_.values_shown : values.size();
        std::vector<TemplateData> first;
        std::vector<TemplateData> others;
        bool chosen_among_others = false;
        for (std::size_t i = 0; i < values.size(); ++i) {
            chosen_among_others = chosen_among_others || (i >= shown && has_chosen(*values[i]));
            (i < shown ? first : others).push_back(top_view(*values[i]));
        }
        add_uncounted(first);
        return assemble(std::move(first), std::move(others), chosen_among_others);
    }

private:
    static std::vector<const FacetValueCount*> none() { return {}; }

    /// Past the most values only those that hold something chosen.
    std::vector<const FacetValueCount*> worth_showing(const FacetCounts& counts) {
        std::vector<const FacetValueCount*> values;
        for (const FacetValueCount& value : counts.values) {
            if (!has_something(value)) continue;
            ++total_;
            if (values.size() < most_values || has_chosen(value)) values.push_back(&value);
        }
        return values;
    }

    FieldId facet() const { return presentation_.facet; }
    bool chosen(const FacetValueCount& value) const { return is_chosen(request_, facet(), value.code); }

    bool has_chosen(const FacetValueCount& value) const {
        return chosen(value) || std::any_of(value.children.begin(), value.children.end(),
                                            [&](const FacetValueCount& child) { return has_chosen(child); });
    }

    bool has_something(const FacetValueCount& value) const {
        if (facet() == FieldId::scale || value.count > 0) return true;
        return has_chosen(value);
    }

    /// For a label's `for`: a value may stand under two others, and then has two ids.
    std::string unique_id(std::string_view code) {
        const std::string base = std::string{field(facet()).name} + "-" + std::string{code};
        std::string id = base;
        for (int copy = 2; !ids_.insert(id).second; ++copy) id = base + "-" + std::to_string(copy);
        return id;
    }

    TemplateData box(std::string_view code, std::string name) {
        shown_.insert(std::string{code});
        TemplateData view;
        view["id"] = TemplateData{unique_id(code)};
        view["code"] = TemplateData{std::string{code}};
        view["label"] = TemplateData{std::move(name)};
        view["chosen"] = TemplateData{is_chosen(request_, facet(), code)};
        view["count"] = TemplateData{false};
        view["deeper"] = TemplateData{false};
        view["parts"] = TemplateData{false};
        return view;
    }

    TemplateData counted_box(const FacetValueCount& value) {
        TemplateData view = box(value.code, value_name(facet(), value, labels_, request_.region_scheme));
        view["count"] = TemplateData{grouped(value.count, labels_.language())};
        return view;
    }

    TemplateData top_view(const FacetValueCount& value) {
        TemplateData view = counted_box(value);
        std::vector<TemplateData> below;
        bool any_chosen = false;
        for (const FacetValueCount& child : value.children) {
            add_below(child, 1, below);
            any_chosen = any_chosen || has_chosen(child);
        }
        if (!below.empty()) view["parts"] = parts_view(value, std::move(below), any_chosen);
        return view;
    }

    /// Whatever its depth, what is below a top value becomes one indented list: a tree in a narrow column is unreadable.
    void add_below(const FacetValueCount& value, int depth, std::vector<TemplateData>& below) {
        if (!has_something(value)) return;
        TemplateData view = counted_box(value);
        view["deeper"] = TemplateData{depth > 1};
        below.push_back(std::move(view));
        for (const FacetValueCount& child : value.children) add_below(child, depth + 1, below);
    }

    TemplateData parts_view(const FacetValueCount& value, std::vector<TemplateData> below, bool open) {
        TemplateData view;
        view["id"] = TemplateData{unique_id(value.code + "-delen")};
        view["summary"] = TemplateData{counted(below.size(), presentation_.part, labels_.language())};
        view["open"] = TemplateData{open};
        view["values"] = list_of(std::move(below));
        return view;
    }

    void add_uncounted(std::vector<TemplateData>& first) {
        std::size_t place = 0;
        for (const std::string& code : request_.filter(facet())) {
            if (shown_.contains(code)) continue;
            first.insert(first.begin() + static_cast<std::ptrdiff_t>(place), box(code, labels_.alone(facet(), code)));
            ++place;
        }
    }

    TemplateData assemble(std::vector<TemplateData> first, std::vector<TemplateData> others, bool open) {
        if (first.empty() && others.empty()) return TemplateData{false};
        TemplateData view;
        view["name"] = TemplateData{std::string{field(facet()).name}};
        view["heading"] = TemplateData{std::string{heading_of(facet(), labels_.language())}};
        view["any"] = TemplateData{!first.empty()};
        view["searchable"] = TemplateData{!others.empty() && facet() != FieldId::year};
        view["others"] = TemplateData{false};
        view["scheme"] = TemplateData{false};
        view["years"] = TemplateData{false};
        if (!others.empty()) {
            const std::size_t listed = first.size() + others.size();
            TemplateData behind;
            behind["apart"] = TemplateData{first.empty()};
            behind["all"] = TemplateData{listed >= total_};
            behind["listed"] = TemplateData{grouped(listed, labels_.language())};
            behind["total"] = TemplateData{grouped(total_, labels_.language())};
            behind["open"] = TemplateData{open};
            behind["values"] = list_of(std::move(others));
            view["others"] = std::move(behind);
        }
        view["values"] = list_of(std::move(first));
        return view;
    }

    const Presentation& presentation_;
    const SearchRequest& request_;
    const Labels& labels_;
    std::set<std::string> ids_;
    std::set<std::string> shown_;  // codes that have a box
    std::size_t total_ = 0;        // top values with something to choose
};

TemplateData scheme_view(const SearchRequest& request, const Labels& labels, const RegionTable& regions) {
    std::vector<TemplateData> options;
    for (const auto& [code, scheme] : regions.schemes()) {
        TemplateData option;
        option["code"] = TemplateData{code};
        option["name"] = TemplateData{labels.scheme(scheme)};
        option["dutch"] = TemplateData{labels.language() == Language::english && labels.scheme(scheme) == scheme.name};
        option["current"] = TemplateData{code == request.region_scheme};
        options.push_back(std::move(option));
    }
    TemplateData view;
    view["default"] = TemplateData{SearchRequest{}.region_scheme};
    view["options"] = list_of(std::move(options));
    return view;
}

TemplateData empty_facet(FieldId facet, Language language) {
    TemplateData view;
    view["name"] = TemplateData{std::string{field(facet).name}};
    view["heading"] = TemplateData{std::string{heading_of(facet, language)}};
    view["any"] = TemplateData{false};
    view["searchable"] = TemplateData{false};
    view["others"] = TemplateData{false};
    view["scheme"] = TemplateData{false};
    view["years"] = TemplateData{false};
    return view;
}

/// False when there is nothing to choose.
TemplateData facet_view(const Presentation& presentation, const SearchRequest& request, const SearchResponse& response,
                        const PageContext& context, const Labels& labels, const RegionTable& regions) {
    FacetView view{presentation, request, labels};
    if (presentation.facet == FieldId::scale) {
        const FacetCounts scales = scale_counts(request, response);
        return view.of(&scales);
    }
    const FacetCounts* counts = counts_of(response, presentation.facet);
    TemplateData fieldset = view.of(counts);
    const bool is_region = presentation.facet == FieldId::region;
    const bool is_year = presentation.facet == FieldId::year;
    // Another scheme may have values, and years can be limited without knowing which there are.
    if (fieldset.is_false() && (is_region || is_year)) fieldset = empty_facet(presentation.facet, labels.language());
    if (is_region) fieldset["scheme"] = scheme_view(request, labels, regions);
    if (is_year)
        fieldset["years"] =
            years_view(request, context.years.values.empty() ? counts : &context.years, labels.language());
    return fieldset;
}

bool anything_chosen_under_more(const SearchRequest& request) {
    return std::any_of(presentations.begin(), presentations.end(), [&](const Presentation& presentation) {
        return presentation.place == Place::under_more && !request.filter(presentation.facet).empty();
    });
}

}  // namespace

const std::vector<FieldId>& facets_shown() {
    static const std::vector<FieldId> facets = [] {
        std::vector<FieldId> all;
        for (const Presentation& presentation : presentations) all.push_back(presentation.facet);
        return all;
    }();
    return facets;
}

TemplateData filters_view(const SearchRequest& request, const SearchResponse& response, const PageContext& context,
                          const Labels& labels, const RegionTable& regions) {
    std::vector<TemplateData> always;
    std::vector<TemplateData> under_more;
    for (const Presentation& presentation : presentations) {
        TemplateData fieldset = facet_view(presentation, request, response, context, labels, regions);
        if (fieldset.is_false()) continue;
        (presentation.place == Place::always ? always : under_more).push_back(std::move(fieldset));
    }
    const std::size_t chosen = filter_count(request);
    TemplateData view;
    view["chosen_count"] = chosen == 0 ? TemplateData{false} : TemplateData{grouped(chosen, labels.language())};
    view["facets"] = list_of(std::move(always));
    view["crossings"] = crossings_view(request, labels.language());
    view["likeness"] = likeness_view(request, labels, regions);
    view["more"] = TemplateData{false};
    if (!under_more.empty()) {
        TemplateData more;
        more["open"] = TemplateData{anything_chosen_under_more(request)};
        more["facets"] = list_of(std::move(under_more));
        view["more"] = std::move(more);
    }
    return view;
}

const FacetCounts* counts_of(const SearchResponse& response, FieldId facet) {
    const auto found = std::find_if(response.facets.begin(), response.facets.end(),
                                    [&](const FacetCounts& counts) { return counts.facet == facet; });
    return found == response.facets.end() ? nullptr : &*found;
}

std::string value_name(FieldId facet, const FacetValueCount& value, const Labels& labels,
                       std::string_view region_scheme) {
    const FieldValues values = field(facet).values;
    if (values == FieldValues::regions) return labels.region_among(value.code, region_scheme);
    const std::string label = values == FieldValues::codes || value.label.empty() ? labels.of(facet, value.code)
                                                                                  : value.label.in(labels.language());
    return values == FieldValues::vocabulary ? capitalised(label) : label;
}

FacetCounts scale_counts(const SearchRequest& request, const SearchResponse& response) {
    const std::array<std::pair<std::string_view, std::uint32_t>, 3> scales{
        {{"lokaal", response.local}, {"regionaal", response.regional}, {"landelijk", response.national}}};
    FacetCounts counts{.facet = FieldId::scale, .values = {}};
    for (const auto& [code, count] : scales) {
        const FacetStatus available = count > 0 ? FacetStatus::available : FacetStatus::empty;
        const bool chosen = is_chosen(request, FieldId::scale, code);
        counts.values.push_back({std::string{code}, {}, count, chosen ? FacetStatus::chosen : available, {}});
    }
    return counts;
}

}  // namespace schakel
