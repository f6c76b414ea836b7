#include "searchd/page/hit_view.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "searchd/api/page_address.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/standing.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_organisations = 4;

/// A line of a result: name and the values that go with it.
struct Fact {
    FieldId facet;
    Phrase name;
    std::vector<const StoredValue*> values;
};

std::vector<const StoredValue*> all_of(const std::vector<StoredValue>& values) {
    std::vector<const StoredValue*> all;
    for (const StoredValue& value : values) all.push_back(&value);
    return all;
}

std::vector<const StoredValue*> with_role(const std::vector<StoredValue>& values, std::string_view role) {
    std::vector<const StoredValue*> chosen;
    for (const StoredValue& value : values)
        if (value.role == role || (role == "onderwerp" && value.role.empty())) chosen.push_back(&value);
    return chosen;
}

std::vector<Fact> facts_of(const StoredRecord& record) {
    const std::vector<StoredValue>& regions = record.of(FieldId::region);
    return {{FieldId::scale, {"Schaal", "Scale"}, all_of(record.of(FieldId::scale))},
            {FieldId::region, {"Vestiging", "Based in"}, with_role(regions, "vestiging")},
            {FieldId::region, {"Werkgebied", "Working area"}, with_role(regions, "werkgebied")},
            {FieldId::region, {"Regio", "Region"}, with_role(regions, "onderwerp")},
            {FieldId::theme, {"Thema’s", "Themes"}, all_of(record.of(FieldId::theme))}};
}

TemplateData fact_view(const Fact& fact, const Labels& labels) {
    std::vector<TemplateData> values;
    values.reserve(fact.values.size());
    for (const StoredValue* value : fact.values) {
        TemplateData item;
        const bool is_region = fact.facet == FieldId::region && value->label.empty();
        item["label"] = is_region ? labels.region(value->code) : labels.of(fact.facet, *value);
        item["inferred"] = TemplateData{value->provenance == "afgeleid"};
        item["comma"] = TemplateData{value != fact.values.back()};
        values.push_back(std::move(item));
    }
    TemplateData view;
    view["name"] = TemplateData{std::string{fact.name.in(labels.language())}};
    view["values"] = list_of(std::move(values));
    return view;
}

TemplateData facts_view(const StoredRecord& record, const Labels& labels) {
    std::vector<TemplateData> views;
    for (const Fact& fact : facts_of(record))
        if (!fact.values.empty()) views.push_back(fact_view(fact, labels));
    return list_or_false(std::move(views));
}

bool is_maker(const StoredValue& organisation) {
    return organisation.role.empty() || organisation.role == "uitgever" || organisation.role == "maker";
}

/// Who made or published it; of a network who takes part. The organisation that the record itself is, is its title.
std::string organisations_of(const StoredRecord& record, const Labels& labels) {
    const std::vector<StoredValue>& all = record.of(FieldId::organisation);
    const bool has_makers = std::any_of(all.begin(), all.end(), is_maker);
    std::vector<std::string> names;
    for (const StoredValue& organisation : all) {
        if (organisation.role == "zelf" || (has_makers && !is_maker(organisation))) continue;
        const std::string name = labels.of(FieldId::organisation, organisation);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (names.size() > most_organisations + 1) {
        const std::size_t others = names.size() - most_organisations;
        names.resize(most_organisations);
        constexpr Phrase more{"nog {} organisaties", "{} more organisations"};
        names.push_back(fmt::format(fmt::runtime(more.in(labels.language())), others));
    }
    return enumerated(names, labels.language());
}

TemplateData piece_view(const FragmentPiece& piece) {
    TemplateData view;
    view["text"] = TemplateData{piece.text};
    view["marked"] = TemplateData{piece.marked};
    return view;
}

TemplateData fragment_view(const Fragment& fragment) {
    std::vector<TemplateData> pieces;
    pieces.reserve(fragment.pieces.size());
    for (const FragmentPiece& piece : fragment.pieces) pieces.push_back(piece_view(piece));
    TemplateData view;
    view["pieces"] = list_of(std::move(pieces));
    view["cut_before"] = TemplateData{fragment.cut_before};
    view["cut_after"] = TemplateData{fragment.cut_after};
    return view;
}

TemplateData fragments_view(const SearchHit& hit) {
    std::vector<TemplateData> views;
    views.reserve(hit.fragments.size());
    for (const Fragment& fragment : hit.fragments) views.push_back(fragment_view(fragment));
    return list_or_false(std::move(views));
}

/// The pages that the fragments stand on, each once.
std::vector<std::uint32_t> pages_of(const std::vector<Fragment>& fragments) {
    std::set<std::uint32_t> pages;
    for (const Fragment& fragment : fragments)
        if (fragment.page != 0) pages.insert(fragment.page);
    return {pages.begin(), pages.end()};
}

/// "op p. 12 en 37", each a link to the file at that page where it is on the web, or false.
TemplateData on_pages_view(const SearchHit& hit, Language language) {
    constexpr Phrase one{"op p.", "on p."};
    constexpr Phrase several{"op p.", "on pp."};
    const std::vector<std::uint32_t> pages = pages_of(hit.fragments);
    std::vector<TemplateData> views;
    for (const std::uint32_t page : pages) {
        TemplateData item;
        item["before"] = TemplateData{std::string{joint(views.size(), pages.size(), language)}};
        item["number"] = TemplateData{grouped(page, language)};
        item["address"] = text_or_false(address_of_page(hit.record, page));
        views.push_back(std::move(item));
    }
    if (views.empty()) return TemplateData{false};
    TemplateData view;
    view["on"] = TemplateData{std::string{(pages.size() == 1 ? one : several).in(language)}};
    view["pages"] = list_of(std::move(views));
    return view;
}

constexpr std::string_view dutch = "nl";

std::string unless_of_page(std::string_view tag, Language page) {
    return tag == Phrase{dutch, "en"}.in(page) ? std::string{} : std::string{tag};
}

}  // namespace

std::string foreign_language(const StoredRecord& record, Language page) {
    const std::vector<StoredValue>& languages = record.of(FieldId::language);
    return unless_of_page(languages.empty() ? dutch : languages.front().code, page);
}

std::string abstract_language(const StoredRecord& record, Language page) {
    return unless_of_page(record.abstract_language.empty() ? dutch : record.abstract_language, page);
}

std::string type_name(const StoredRecord& record, const Labels& labels) {
    const std::vector<StoredValue>& types = record.of(FieldId::type);
    return types.empty() ? std::string{} : capitalised(labels.of(FieldId::type, types.front()));
}

std::string_view type_picture(const StoredRecord& record) {
    constexpr std::array<std::string_view, 12> drawn{"rapport",    "publicatie", "praktijkvoorbeeld", "methodiek",
                                                     "instrument", "leermodule", "dataset",           "onderzoek",
                                                     "leerkring",  "programma",  "netwerk",           "kennispartner"};
    const std::vector<StoredValue>& types = record.of(FieldId::type);
    const auto found = types.empty() ? drawn.end() : std::find(drawn.begin(), drawn.end(), types.front().code);
    return found == drawn.end() ? "overig" : *found;
}

TemplateData hit_view(const SearchHit& hit, const Labels& labels, std::string_view back_query) {
    const StoredRecord& record = hit.record;
    const Language language = labels.language();
    TemplateData view;
    view["address"] = TemplateData{product_address(record.id, back_query)};
    view["id"] = TemplateData{record.id};
    view["title"] = TemplateData{record.title};
    view["picture"] = TemplateData{std::string{type_picture(record)}};
    view["warning"] = text_or_false(standing_label(record, language));
    view["language"] = text_or_false(foreign_language(record, language));
    view["type"] = text_or_false(type_name(record, labels));
    view["year"] = record.year ? TemplateData{std::to_string(*record.year)} : TemplateData{false};
    view["editors_choice"] = TemplateData{hit.editors_choice};
    view["nearness"] = text_or_false(capitalised(hit.nearness.in(language)));
    // From the very municipality, both say the same.
    const bool says_more = hit.likeness.nl != hit.nearness.nl;
    view["likeness"] = says_more ? text_or_false(capitalised(hit.likeness.in(language))) : TemplateData{false};
    view["reasons_any"] = TemplateData{!hit.nearness.empty() || !hit.likeness.empty()};
    view["index"] = text_or_false(hit.index);
    view["organisations"] = text_or_false(organisations_of(record, labels));
    view["fragments"] = fragments_view(hit);
    view["on_pages"] = on_pages_view(hit, language);
    view["in_frame"] = TemplateData{false};
    view["abstract"] = hit.fragments.empty() ? text_or_false(record.abstract) : TemplateData{false};
    view["abstract_language"] = text_or_false(abstract_language(record, language));
    view["facts"] = facts_view(record, labels);
    view["facts_any"] = TemplateData{!view["facts"].is_false()};
    view["standing"] = text_or_false(standing_in_short(record, language));
    return view;
}

}  // namespace schakel
