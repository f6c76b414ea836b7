#include "searchd/engine/serving/canonical_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace schakel {

namespace {

class Lines {
public:
    void add(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        begin(name);
        add_escaped(value);
        text_ += '\n';
    }

    void add(std::string_view name, const std::vector<std::string>& values) {
        if (values.empty()) return;
        begin(name);
        for (const std::string& value : values) {
            if (&value != &values.front()) text_ += ',';
            add_escaped(value);
        }
        text_ += '\n';
    }

    void add(std::string_view name, std::optional<int> number) {
        if (number) add(name, std::to_string(*number));
    }

    void add(std::string_view name, bool said) {
        if (said) add(name, std::string_view("ja"));
    }

    std::string take() { return std::move(text_); }

private:
    void begin(std::string_view name) {
        text_ += name;
        text_ += '=';
    }

    void add_escaped(std::string_view value) {
        for (const char letter : value) {
            if (letter == '\\' || letter == ',' || letter == '\n') text_ += '\\';
            text_ += letter;
        }
    }

    std::string text_;
};

std::vector<std::string> in_order(std::vector<std::string> values) {
    std::sort(values.begin(), values.end());
    return values;
}

std::string_view name_of(SortOrder order) {
    switch (order) {
        case SortOrder::relevance: return "relevantie";
        case SortOrder::date: return "datum";
        case SortOrder::title: return "titel";
    }
    return {};
}

std::string_view name_of(std::optional<Crossing> crossing) {
    if (!crossing) return {};
    return *crossing == Crossing::sector ? "sector" : "domein";
}

std::vector<std::string> names_of(const std::vector<FieldId>& facets) {
    std::vector<std::string> names;
    for (const FieldId facet : facets) names.emplace_back(field(facet).name);
    return names;
}

std::vector<std::string> both_languages(const std::vector<Text>& notices) {
    std::vector<std::string> texts;
    for (const Text& notice : notices) texts.insert(texts.end(), {notice.nl, notice.en});
    return texts;
}

}  // namespace

std::string canonical_text(const SearchRequest& request) {
    const auto& [query, filters, year_from, year_until, region_scheme, from_regions, like_municipality, crossing, page,
                 per_page, sort, synonyms, typing, explain, facets, notices] = request;
    Lines lines;
    lines.add("zoek", std::string_view(query));
    for (std::size_t column = 0; column < facet_count; ++column)
        lines.add(facet_field(column).name, in_order(filters[column]));
    lines.add("jaarVan", year_from);
    lines.add("jaarTotEnMet", year_until);
    lines.add("indeling", std::string_view(region_scheme));
    lines.add("vanuitRegio", from_regions);
    lines.add("lijktOp", std::string_view(like_municipality));
    lines.add("overstijgend", name_of(crossing));
    lines.add("pagina", std::optional(page));
    lines.add("perPagina", std::optional(per_page));
    lines.add("sorteer", name_of(sort));
    lines.add("synoniemen", synonyms);
    lines.add("tijdensTypen", typing);
    lines.add("uitleg", explain);
    lines.add("facetten", names_of(facets));
    lines.add("meldingen", both_languages(notices));
    return lines.take();
}

}  // namespace schakel
