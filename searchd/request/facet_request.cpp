#include "searchd/request/facet_request.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr int most_per_page = 100;
constexpr int last_page = 10'000;
constexpr std::size_t longest_text = 200;  // bytes; no label is longer

std::string facet_names() {
    std::string names;
    for (std::size_t column = 0; column < facet_count; ++column)
        names.append(column == 0 ? "" : ", ").append(facet_field(column).name);
    return names;
}

/// Reads the parameters that a list of facet values has of its own, and keeps the others.
class FacetParameters {
public:
    FacetParameters(FieldId facet, const QueryParameters& parameters) {
        request_.facet = facet;
        for (const auto& [name, value] : parameters) read(name, value);
    }

    Checked<FacetRequest> join(Checked<SearchRequest> search) {
        if (!search) problems_.insert(problems_.end(), search.error().begin(), search.error().end());
        if (!problems_.empty()) return tl::unexpected(std::move(problems_));
        request_.search = std::move(*search);
        request_.search.facets = {request_.facet};
        return std::move(request_);
    }

    const QueryParameters& others() const { return others_; }

private:
    using Setter = void (FacetParameters::*)(const std::string& value);
    struct Parameter {
        std::string_view name;
        Setter set;
    };
    static const std::array<Parameter, 6> own_parameters;

    void read(const std::string& name, const std::string& value) {
        const auto own = std::find_if(own_parameters.begin(), own_parameters.end(),
                                      [&](const Parameter& p) { return p.name == name; });
        if (own == own_parameters.end()) {
            others_.emplace_back(name, value);
            return;
        }
        current_ = own->name;
        if (seen_.insert(current_).second) return (this->*own->set)(value);
        problem("Deze parameter mag maar één keer voorkomen.", "This parameter may occur only once.");
    }

    void problem(std::string nl, std::string en) {
        problems_.push_back({std::string(current_), {std::move(nl), std::move(en)}});
    }

    void set_contains(const std::string& value) {
        if (first_invalid_utf8(value))
            return problem("De tekst is geen geldige UTF-8.", "The text is not valid UTF-8.");
        if (value.size() > longest_text)
            return problem(fmt::format("De tekst is langer dan {} bytes.", longest_text),
                           fmt::format("The text is longer than {} bytes.", longest_text));
        request_.contains = fold(value);
    }

    void set_order(const std::string& value) {
        if (value == "aantal") request_.order = ValueOrder::count;
        if (value == "label") request_.order = ValueOrder::label;
        if (!request_.order)
            problem(fmt::format("\"{}\" kan niet; kies aantal of label.", value),
                    fmt::format("\"{}\" is not possible; choose aantal or label.", value));
    }

    void set_page(const std::string& value) { request_.page = number(value, last_page).value_or(1); }
    void set_per_page(const std::string& value) { request_.per_page = number(value, most_per_page); }

    void refuse(const std::string&) {
        problem("Deze parameter heeft hier geen betekenis: het gaat om de waarden van één filter.",
                "This parameter has no meaning here: this is about the values of one facet.");
    }

    std::optional<int> number(const std::string& value, int most) {
        int parsed = 0;
        const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), parsed);
        if (failure == std::errc{} && end == value.data() + value.size() && parsed >= 1 && parsed <= most)
            return parsed;
        problem(fmt::format("\"{}\" is geen getal van 1 tot en met {}.", value, most),
                fmt::format("\"{}\" is not a number from 1 to {}.", value, most));
        return std::nullopt;
    }

    FacetRequest request_;
    QueryParameters others_;
    std::vector<ParameterProblem> problems_;
    std::set<std::string_view> seen_;
    std::string_view current_;  // name of the parameter that is being read
};

const std::array<FacetParameters::Parameter, 6> FacetParameters::own_parameters{{
    {"bevat", &FacetParameters::set_contains},
    {"sorteer", &FacetParameters::set_order},
    {"pagina", &FacetParameters::set_page},
    {"perPagina", &FacetParameters::set_per_page},
    {"facetten", &FacetParameters::refuse},
    {"uitleg", &FacetParameters::refuse},
}};

}  // namespace

Result<FieldId> find_facet(std::string_view name) {
    const Field* facet = find_field(name);
    if (facet != nullptr && facet->kind == FieldKind::facet) return facet->id;
    return fail(ErrorCode::not_found,
                {fmt::format("Er is geen filter \"{}\".", name), fmt::format("There is no facet \"{}\".", name)},
                {fmt::format("Kies uit {}.", facet_names()), fmt::format("Choose from {}.", facet_names())});
}

Checked<FacetRequest> parse_facet_request(FieldId facet, const QueryParameters& parameters,
                                          const Installation& installation, const IndexSnapshot& snapshot) {
    FacetParameters own(facet, parameters);
    return own.join(parse_search_request(own.others(), installation, snapshot));
}

}  // namespace schakel
