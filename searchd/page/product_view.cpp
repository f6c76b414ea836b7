#include "searchd/page/product_view.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "searchd/exports/citation.hpp"
#include "searchd/feeds/structured_data.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/hit_view.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/partner_role_name.hpp"
#include "searchd/page/product_rows.hpp"
#include "searchd/page/provenance.hpp"
#include "searchd/page/standing.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_common_words = 3;
constexpr std::size_t description_bytes = 160;  // what a search engine shows of a meta description

struct RelationName {
    std::string_view kind;
    Phrase heading;
};

constexpr std::array relation_names{
    RelationName{"zelfdeOrganisatie", {"Van dezelfde organisatie", "From the same organisation"}},
    RelationName{"werktSamenMet", {"Werkt samen met", "Works together with"}},
    RelationName{"opvolgerVan", {"Opvolger van", "Successor to"}},
    RelationName{"deelVan", {"Deel van", "Part of"}},
    RelationName{"zieOok", {"Zie ook", "See also"}},
};

const StoredRecord* with_id(const std::vector<StoredRecord>& records, std::string_view id) {
    const auto found =
        std::find_if(records.begin(), records.end(), [&](const StoredRecord& record) { return record.id == id; });
    return found == records.end() ? nullptr : &*found;
}

TemplateData link_to(const StoredRecord& record, std::string_view back_query, const Labels& labels) {
    TemplateData view;
    view["address"] = TemplateData{product_address(record.id, back_query)};
    view["title"] = TemplateData{record.title};
    view["language"] = text_or_false(foreign_language(record, labels.language()));
    view["type"] = text_or_false(type_name(record, labels));
    view["year"] = record.year ? TemplateData{std::to_string(*record.year)} : TemplateData{false};
    return view;
}

TemplateData relations_view(const StoredRecord& record, const std::vector<StoredRecord>& related,
                            std::string_view back_query, const Labels& labels) {
    std::vector<TemplateData> groups;
    for (const RelationName& name : relation_names) {
        std::vector<TemplateData> items;
        for (const StoredRelation& relation : record.relations) {
            const StoredRecord* other = relation.kind == name.kind ? with_id(related, relation.id) : nullptr;
            if (other != nullptr) items.push_back(link_to(*other, back_query, labels));
        }
        if (items.empty()) continue;
        TemplateData group;
        group["heading"] = TemplateData{std::string{name.heading.in(labels.language())}};
        group["items"] = list_of(std::move(items));
        groups.push_back(std::move(group));
    }
    return list_or_false(std::move(groups));
}

TemplateData similar_item(const SimilarHit& hit, std::string_view back_query, const Labels& labels) {
    TemplateData view = link_to(hit.record, back_query, labels);
    std::vector<std::string> words = hit.common;
    if (words.size() > most_common_words) words.resize(most_common_words);
    view["common"] = text_or_false(enumerated(words, labels.language()));
    return view;
}

/// Without those that are on the page already because the record names them.
TemplateData similar_view(const ProductNeighbours& neighbours, std::string_view back_query, const Labels& labels) {
    std::vector<TemplateData> items;
    for (const SimilarHit& hit : neighbours.similar)
        if (with_id(neighbours.related, hit.record.id) == nullptr)
            items.push_back(similar_item(hit, back_query, labels));
    return list_or_false(std::move(items));
}

/// A successor is a record that we have, or an organisation of which there may be products.
TemplateData successor_view(const StoredRecord& record, const std::vector<StoredRecord>& related,
                            std::string_view back_query, const Labels& labels) {
    if (record.successor.empty()) return TemplateData{false};
    const StoredRecord* successor = with_id(related, record.successor);
    const std::string name = labels.of(FieldId::organisation, record.successor);
    const bool is_organisation = name != record.successor;
    TemplateData view;
    view["name"] = TemplateData{successor != nullptr ? successor->title : name};
    view["address"] = TemplateData{false};
    if (successor != nullptr)
        view["address"] = TemplateData{product_address(successor->id, back_query)};
    else if (is_organisation)
        view["address"] = TemplateData{search_address(request_for(FieldId::organisation, record.successor))};
    return view;
}

TemplateData standing_view(const StoredRecord& record, TemplateData successor, Language language) {
    const std::string heading = standing_in_short(record, language);
    if (heading.empty() && successor.is_false()) return TemplateData{false};
    TemplateData view;
    view["heading"] = text_or_false(heading);
    view["meaning"] = text_or_false(standing_explained(record, language));
    view["careful"] = TemplateData{record.status == "onbekend" || record.status == "historisch"};
    view["successor"] = std::move(successor);
    return view;
}

TemplateData website_view(const StoredRecord& record, Language language) {
    if (record.url.empty()) return TemplateData{false};
    TemplateData view;
    view["address"] = text_or_false(safe_address(record.url));
    view["host"] = TemplateData{host_of(record.url)};
    view["shown"] = TemplateData{record.url};
    view["consulted"] = text_or_false(written_date(record.url_consulted, language));
    return view;
}

TemplateData texts_view(const std::vector<std::string>& texts) {
    std::vector<TemplateData> items;
    for (const std::string& text : texts) items.emplace_back(text);
    return list_or_false(std::move(items));
}

/// The region that the reader searched from, as they may type it.
std::string own_region_in(std::string_view query, const Labels& labels) {
    return labels.region_typed(value_in(query, "vanuitRegio"));
}

TemplateData way_back(std::string_view back_query) {
    TemplateData view;
    view["address"] = TemplateData{back_query.empty() ? "/" : "/?" + std::string{back_query}};
    view["to_results"] = TemplateData{!back_query.empty()};
    return view;
}

/// Organisations that may help, without the product itself and those that it names.
TemplateData partners_view(const StoredRecord& record, const ProductNeighbours& neighbours, std::string_view back_query,
                           const Labels& labels) {
    std::vector<TemplateData> items;
    for (const SearchHit& hit : neighbours.partners) {
        if (hit.record.id == record.id || with_id(neighbours.related, hit.record.id) != nullptr) continue;
        items.push_back(partner_view(hit, back_query, labels));
    }
    return list_or_false(std::move(items));
}

/// How to refer to the product, and the files that reference managers read.
TemplateData cite_view(const StoredRecord& record, const std::string& address, const Labels& labels) {
    const std::string path = product_address(record.id, "");
    TemplateData view;
    view["text"] = TemplateData{citation(record, labels, address)};
    view["ris_address"] = TemplateData{path + "/ris"};
    view["bibtex_address"] = TemplateData{path + "/bibtex"};
    return view;
}

/// The page as others show it who link to it.
TemplateData graph_view(const StoredRecord& record, const std::string& address) {
    TemplateData view;
    view["title"] = TemplateData{record.title};
    view["address"] = TemplateData{address};
    view["text"] = text_or_false(shortened(record.abstract, description_bytes));
    return view;
}

/// What stands in the page as it is. A "<" in it would be a fault elsewhere, and could end the element that it stands in.
TemplateData unescaped(const std::string& json) {
    return json.find('<') == std::string::npos ? text_or_false(json) : TemplateData{false};
}

/// `address`: of the page, in its language.
void set_head(TemplateData& view, const StoredRecord& record, const std::string& address, const Labels& labels,
              const std::string& site) {
    view["page_title"] = TemplateData{record.title};
    view["description"] = text_or_false(shortened(record.abstract, description_bytes));
    view["canonical"] = TemplateData{address};
    view["style"] = TemplateData{"reading"};
    view["script"] = TemplateData{false};
    view["feed_address"] = TemplateData{false};
    view["graph"] = graph_view(record, address);
    view["structured_data"] = unescaped(structured_data(record, labels, site, address));
}

void set_header(TemplateData& view, std::string_view back_query, const Labels& labels) {
    view["query"] = TemplateData{value_in(back_query, "zoek")};
    view["own_region"] = TemplateData{own_region_in(back_query, labels)};
    view["kept"] = TemplateData{false};
    view["back"] = way_back(back_query);
}

/// What the record itself tells.
void set_product(TemplateData& view, const StoredRecord& record, const Labels& labels) {
    view["title"] = TemplateData{record.title};
    view["language"] = text_or_false(foreign_language(record, labels.language()));
    view["type"] = text_or_false(type_name(record, labels));
    view["picture"] = TemplateData{std::string{type_picture(record)}};
    view["year"] = record.year ? TemplateData{std::to_string(*record.year)} : TemplateData{false};
    view["warning"] = text_or_false(standing_label(record, labels.language()));
    view["abstract"] = text_or_false(record.abstract);
    view["abstract_language"] = text_or_false(abstract_language(record, labels.language()));
    view["website"] = website_view(record, labels.language());
    view["note"] = text_or_false(record.note);
    view["rows"] = list_or_false(product_rows(record, labels));
    view["provenance"] = list_or_false(provenance_notes(record, labels.language()));
    view["sources"] = texts_view(record.sources);
}

}  // namespace

TemplateData partner_view(const SearchHit& partner, std::string_view back_query, const Labels& labels) {
    TemplateData view = link_to(partner.record, back_query, labels);
    view["role"] = text_or_false(capitalised(partner_role_name(partner.record, labels.language())));
    view["nearness"] = text_or_false(capitalised(partner.nearness.in(labels.language())));
    return view;
}

TemplateData product_view(const StoredRecord& record, const ProductNeighbours& neighbours, std::string_view back_query,
                          const PageContext& context, const Labels& labels, const std::string& site) {
    const std::string address = whole_address(context, product_address(record.id, ""));
    TemplateData view;
    set_head(view, record, address, labels, site);
    set_header(view, back_query, labels);
    set_product(view, record, labels);
    view["standing"] =
        standing_view(record, successor_view(record, neighbours.related, back_query, labels), context.language);
    view["cite"] = cite_view(record, address, labels);
    view["relations"] = relations_view(record, neighbours.related, back_query, labels);
    view["similar"] = similar_view(neighbours, back_query, labels);
    view["all_partners"] = TemplateData{search_address(partners_on_themes(record))};
    view["partners"] = partners_view(record, neighbours, back_query, labels);
    for (const std::string name : {"provenance", "sources", "relations", "similar", "partners"})
        view[name + "_any"] = TemplateData{!view[name].is_false()};
    view["beside_any"] =
        TemplateData{!view["relations"].is_false() || !view["similar"].is_false() || !view["partners"].is_false()};
    view["origin"] = TemplateData{!view["provenance"].is_false() || !view["sources"].is_false()};
    return view;
}

}  // namespace schakel
