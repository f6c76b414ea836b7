#include "tests/searchd/ranking/placed_products.hpp"

#include <stdexcept>

#include <fmt/format.h>

namespace schakel {

namespace {

std::vector<ColumnValue>& column(IndexDocument& document, FieldId facet) {
    return document.facets[static_cast<std::size_t>(field(facet).column)];
}

/// Values with those above them, as the indexer files them.
IndexDocument document_of(const PlacedProduct& product, std::size_t number) {
    const Installation& installation = sample_installation();
    IndexDocument document = document_of_words(fmt::format("p{}", number), {"w0", "", "", "", ""});
    const auto add = [&](FieldId facet, const std::vector<std::string>& codes) {
        for (const std::string& code : codes) column(document, facet).push_back({code, ""});
    };
    for (const std::string& code : product.regions) add(FieldId::region, installation.regions.containing(code));
    for (const std::string& code : product.themes)
        add(FieldId::theme, installation.vocabularies.at("thema").with_ancestors(code));
    for (const std::string& code : product.domains)
        add(FieldId::domain, installation.vocabularies.at("domein").with_ancestors(code));
    if (!product.scale.empty()) add(FieldId::scale, {product.scale});
    if (!product.type.empty()) add(FieldId::type, {product.type});
    document.date = product.date;
    return document;
}

/// In two segments, so that numbering over segments is tested along.
std::vector<std::vector<IndexDocument>> segments_of(const std::vector<PlacedProduct>& products) {
    std::vector<std::vector<IndexDocument>> segments(products.size() > 1 ? 2 : 1);
    for (std::size_t i = 0; i < products.size(); ++i)
        segments[i < products.size() / 2 ? 0 : segments.size() - 1].push_back(document_of(products[i], i));
    return segments;
}

std::vector<std::uint32_t> dates_of(const std::vector<PlacedProduct>& products) {
    std::vector<std::uint32_t> dates;
    for (const PlacedProduct& product : products) dates.push_back(product.date);
    return dates;
}

}  // namespace

const RankingTables& shipped_tables() {
    static const RankingTables tables = [] {
        auto loaded = RankingTables::load(sample_installation());
        if (!loaded) throw std::runtime_error(to_text(loaded.error(), Language::english));
        return std::move(*loaded);
    }();
    return tables;
}

PlacedProducts::PlacedProducts(const std::vector<PlacedProduct>& products, const RankingTables& tables,
                               std::chrono::sys_days today)
    : index_(segments_of(products)),
      tables_(tables),
      columns_(index_.snapshot(), dates_of(products), tables, sample_installation(), today) {}

}  // namespace schakel
