#include "searchd/request/request_parser.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "config/nearest.hpp"
#include "config/utf8.hpp"
#include "searchd/request/named_places.hpp"
#include "searchd/request/typed_query.hpp"

namespace schakel {

namespace {

constexpr int most_per_page = 100;
constexpr std::size_t most_parameters = 200;

/// Gathers values and problems while parameter after parameter is read.
class RequestReader {
public:
    RequestReader(const Installation& installation, const IndexSnapshot& snapshot)
        : installation_(installation), snapshot_(snapshot) {
        for (std::size_t column = 0; column < facet_count; ++column) request_.facets.push_back(facet_field(column).id);
    }

    void read(const std::string& name, const std::string& value);
    Checked<SearchRequest> finish();

private:
    using Setter = void (RequestReader::*)(const std::string& name, const std::string& value);
    struct Parameter {
        std::string_view name;
        Setter set;
        bool once;
    };
    static const std::array<Parameter, 14> parameters;

    void problem(std::string_view name, std::string nl, std::string en) {
        problems_.push_back({std::string(name), {std::move(nl), std::move(en)}});
    }

    void set_query(const std::string& name, const std::string& value);
    void set_page(const std::string& name, const std::string& value);
    void set_per_page(const std::string& name, const std::string& value);
    void set_sort(const std::string& name, const std::string& value);
    void set_facets(const std::string& name, const std::string& value);
    void set_scheme(const std::string& name, const std::string& value);
    void set_year_from(const std::string& name, const std::string& value) {
        request_.year_from = number(name, value, 1000, 9999);
    }
    void set_year_until(const std::string& name, const std::string& value) {
        request_.year_until = number(name, value, 1000, 9999);
    }
    void set_synonyms(const std::string& name, const std::string& value) {
        request_.synonyms = truth(name, value).value_or(true);
    }
    void set_explain(const std::string& name, const std::string& value) {
        request_.explain = truth(name, value).value_or(false);
    }
    void set_typing(const std::string& name, const std::string& value) {
        request_.typing = truth(name, value).value_or(false);
    }
    void set_crossing(const std::string& name, const std::string& value);
    void add_from_region(const std::string& name, const std::string& value);
    void set_like_municipality(const std::string& name, const std::string& value);
    std::optional<bool> truth(const std::string& name, const std::string& value);
    std::optional<NamedPlace> place(std::string_view name, Result<NamedPlace> read, const Text& consequence);
    bool is_empty(std::string_view name, const std::string& value);

    void add_filter(const Field& facet, const std::string& value);
    void add_concept(const Field& facet, const std::string& value);
    void add_region(const Field& facet, const std::string& value);
    void refuse_unknown(const std::string& name);
    void refuse_unknown_facet(const std::string& name, const std::string& facet);
    void add(const Field& facet, const std::string& code);
    std::optional<int> number(std::string_view name, const std::string& value, int least, int most);

    const Installation& installation_;
    const IndexSnapshot& snapshot_;
    SearchRequest request_;
    std::vector<ParameterProblem> problems_;
    std::set<std::string> seen_;
    bool facets_given_ = false;
};

const std::array<RequestReader::Parameter, 14> RequestReader::parameters{{
    {"zoek", &RequestReader::set_query, true},
    {"pagina", &RequestReader::set_page, true},
    {"perPagina", &RequestReader::set_per_page, true},
    {"sorteer", &RequestReader::set_sort, true},
    {"facetten", &RequestReader::set_facets, false},
    {"indeling", &RequestReader::set_scheme, true},
    {"jaarVan", &RequestReader::set_year_from, true},
    {"jaarTotEnMet", &RequestReader::set_year_until, true},
    {"synoniemen", &RequestReader::set_synonyms, true},
    {"uitleg", &RequestReader::set_explain, true},
    {"tijdensTypen", &RequestReader::set_typing, true},
    {"vanuitRegio", &RequestReader::add_from_region, false},
    {"lijktOp", &RequestReader::set_like_municipality, true},
    {"overstijgend", &RequestReader::set_crossing, true},
}};

void RequestReader::read(const std::string& name, const std::string& value) {
    if (first_invalid_utf8(name) || first_invalid_utf8(value))
        return problem(first_invalid_utf8(name) ? "?" : name, "De tekst is geen geldige UTF-8.",
                       "The text is not valid UTF-8.");
    const auto known =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) { return p.name == name; });
    if (known != parameters.end()) {
        if (known->once && !seen_.insert(name).second)
            return problem(name, "Deze parameter mag maar één keer voorkomen.", "This parameter may occur only once.");
        return (this->*known->set)(name, value);
    }
    const Field* facet = find_field(name);
    if (facet != nullptr && facet->kind == FieldKind::facet) return add_filter(*facet, value);
    refuse_unknown(name);
}

void RequestReader::refuse_unknown(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Parameter& parameter : parameters) names.push_back(parameter.name);
    for (std::size_t column = 0; column < facet_count; ++column) names.push_back(facet_field(column).name);
    const auto near = nearest(name, names);
    if (near)
        problem(name, fmt::format("Deze parameter bestaat niet. Bedoelde u {}?", *near),
                fmt::format("There is no such parameter. Did you mean {}?", *near));
    else
        problem(name, "Deze parameter bestaat niet.", "There is no such parameter.");
}

std::optional<int> RequestReader::number(std::string_view name, const std::string& value, int least, int most) {
    int parsed = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (failure == std::errc{} && end == value.data() + value.size() && parsed >= least && parsed <= most)
        return parsed;
    problem(name, fmt::format("\"{}\" is geen getal van {} tot en met {}.", value, least, most),
            fmt::format("\"{}\" is not a number from {} to {}.", value, least, most));
    return std::nullopt;
}

void RequestReader::set_query(const std::string&, const std::string& value) {
    TypedQuery typed = typed_query(value);
    request_.query = std::move(typed.text);
    request_.notices.insert(request_.notices.end(), typed.notices.begin(), typed.notices.end());
}

void RequestReader::set_page(const std::string& name, const std::string& value) {
    request_.page = number(name, value, 1, installation_.settings.search.maximum_results_reached).value_or(1);
}

void RequestReader::set_per_page(const std::string& name, const std::string& value) {
    request_.per_page = number(name, value, 1, most_per_page).value_or(request_.per_page);
}

void RequestReader::set_sort(const std::string& name, const std::string& value) {
    if (value == "relevantie")
        request_.sort = SortOrder::relevance;
    else if (value == "datum")
        request_.sort = SortOrder::date;
    else if (value == "titel")
        request_.sort = SortOrder::title;
    else
        problem(name, fmt::format("\"{}\" kan niet; kies relevantie, datum of titel.", value),
                fmt::format("\"{}\" is not possible; choose relevantie, datum or titel.", value));
}

void RequestReader::refuse_unknown_facet(const std::string& name, const std::string& facet) {
    std::string known;
    for (std::size_t column = 0; column < facet_count; ++column)
        known.append(column == 0 ? "" : ", ").append(facet_field(column).name);
    problem(name, fmt::format("Er is geen filter \"{}\"; kies uit {}.", facet, known),
            fmt::format("There is no facet \"{}\"; choose from {}.", facet, known));
}

void RequestReader::set_facets(const std::string& name, const std::string& value) {
    if (!std::exchange(facets_given_, true)) request_.facets.clear();
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t end = std::min(value.find(',', begin), value.size());
        const std::string facet_name = value.substr(begin, end - begin);
        begin = end + 1;
        if (facet_name.empty()) continue;
        const Field* facet = find_field(facet_name);
        if (facet == nullptr || facet->kind != FieldKind::facet)
            refuse_unknown_facet(name, facet_name);
        else if (std::find(request_.facets.begin(), request_.facets.end(), facet->id) == request_.facets.end())
            request_.facets.push_back(facet->id);
    }
}

void RequestReader::set_scheme(const std::string& name, const std::string& value) {
    const auto& schemes = installation_.regions.schemes();
    request_.region_scheme = value;
    if (schemes.find(value) != schemes.end()) return;
    std::string known;
    for (const auto& [code, scheme] : schemes) known += (known.empty() ? "" : ", ") + code;
    problem(name, fmt::format("Er is geen regio-indeling \"{}\"; kies uit {}.", value, known),
            fmt::format("There is no region scheme \"{}\"; choose from {}.", value, known));
}

std::optional<bool> RequestReader::truth(const std::string& name, const std::string& value) {
    if (value == "true") return true;
    if (value == "false") return false;
    problem(name, fmt::format("\"{}\" kan niet; kies true of false.", value),
            fmt::format("\"{}\" is not possible; choose true or false.", value));
    return std::nullopt;
}

void RequestReader::set_crossing(const std::string& name, const std::string& value) {
    if (value == "sector")
        request_.crossing = Crossing::sector;
    else if (value == "domein")
        request_.crossing = Crossing::domain;
    else
        problem(name, fmt::format("\"{}\" kan niet; kies sector of domein.", value),
                fmt::format("\"{}\" is not possible; choose sector or domein.", value));
}

/// The place that was read, and a notice when it exists no more; else the problem is noted.
std::optional<NamedPlace> RequestReader::place(std::string_view name, Result<NamedPlace> read,
                                               const Text& consequence) {
    if (!read) {
        problems_.push_back({std::string(name), to_sentences(read.error())});
        return std::nullopt;
    }
    if (Text notice = read->merger_notice(consequence); !notice.empty()) request_.notices.push_back(std::move(notice));
    return std::move(*read);
}

void RequestReader::add_from_region(const std::string& name, const std::string& value) {
    if (is_empty(name, value)) return;
    const auto found = place(name, read_place(value, installation_.regions),
                             {"wat daar dichtbij is, staat vooraan.", "what is near that comes first."});
    if (!found) return;
    std::vector<std::string>& from = request_.from_regions;
    for (const std::string& code : found->codes())
        if (std::find(from.begin(), from.end(), code) == from.end()) from.push_back(code);
}

void RequestReader::set_like_municipality(const std::string& name, const std::string& value) {
    if (is_empty(name, value)) return;
    const auto found = place(name, read_municipality(value, installation_.regions),
                             {"wat van gemeenten is die daarop lijken, staat vooraan.",
                              "what is from municipalities like that one comes first."});
    if (found) request_.like_municipality = found->codes().back();
}

bool RequestReader::is_empty(std::string_view name, const std::string& value) {
    if (value.empty()) problem(name, "De waarde is leeg.", "The value is empty.");
    return value.empty();
}

void RequestReader::add(const Field& facet, const std::string& code) {
    std::vector<std::string>& chosen = request_.filter(facet.id);
    if (std::find(chosen.begin(), chosen.end(), code) == chosen.end()) chosen.push_back(code);
}

void RequestReader::add_filter(const Field& facet, const std::string& value) {
    if (is_empty(facet.name, value)) return;
    if (facet.values == FieldValues::regions) return add_region(facet, value);
    if (facet.id == FieldId::year) {
        if (const auto year = number(facet.name, value, 1000, 9999)) add(facet, std::to_string(*year));
        return;
    }
    if (facet.values == FieldValues::vocabulary || facet.values == FieldValues::names) return add_concept(facet, value);
    add(facet, value);
}

void RequestReader::add_concept(const Field& facet, const std::string& value) {
    const bool indexed_name =
        facet.values == FieldValues::names && snapshot_.ordinal(static_cast<std::size_t>(facet.column), value);
    if (indexed_name) return add(facet, value);
    const auto found = installation_.vocabularies.at(facet.name).resolve(value);
    if (found) return add(facet, (*found)->code);
    problems_.push_back({std::string(facet.name), to_sentences(found.error())});
}

void RequestReader::add_region(const Field& facet, const std::string& value) {
    const auto found = place(facet.name, read_place(value, installation_.regions),
                             {"u ziet ook wat daarover gaat.", "results about that are included."});
    if (!found) return;
    for (const std::string& code : found->codes()) add(facet, code);
}

Checked<SearchRequest> RequestReader::finish() {
    const int deepest = installation_.settings.search.maximum_results_reached;
    if (static_cast<std::int64_t>(request_.page) * request_.per_page > deepest)
        problem("pagina", fmt::format("Verder dan resultaat {} bladeren kan niet; maak uw vraag preciezer.", deepest),
                fmt::format("Results beyond {} cannot be shown; make your query more precise.", deepest));
    if (request_.year_from && request_.year_until && *request_.year_from > *request_.year_until)
        problem("jaarVan", "jaarVan ligt na jaarTotEnMet.", "jaarVan lies after jaarTotEnMet.");
    if (!problems_.empty()) return tl::unexpected(std::move(problems_));
    return std::move(request_);
}

}  // namespace

Checked<SearchRequest> parse_search_request(const QueryParameters& parameters, const Installation& installation,
                                            const IndexSnapshot& snapshot) {
    if (parameters.size() > most_parameters)
        return tl::unexpected(
            std::vector<ParameterProblem>{{"?",
                                           {fmt::format("Meer dan {} parameters.", most_parameters),
                                            fmt::format("More than {} parameters.", most_parameters)}}});
    RequestReader reader(installation, snapshot);
    for (const auto& [name, value] : parameters) reader.read(name, value);
    return reader.finish();
}

}  // namespace schakel
