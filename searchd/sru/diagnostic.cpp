#include "searchd/sru/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace schakel {

namespace {

using Code = DiagnosticCode;

struct Row {
    Code code;
    std::string_view nl;
    std::string_view en;
};

constexpr std::array rows{
    Row{Code::general_error, "Er ging bij ons iets mis.", "Something went wrong on our side."},
    Row{Code::temporarily_unavailable, "De server is bezet; probeer het later opnieuw.",
        "The server is busy; try again later."},
    Row{Code::unsupported_operation, "Deze opdracht kan hier niet; kies explain of searchRetrieve.",
        "This operation is not supported; choose explain or searchRetrieve."},
    Row{Code::unsupported_version, "Deze versie kan hier niet; kies 1.1, 1.2 of 2.0.",
        "This version is not supported; choose 1.1, 1.2 or 2.0."},
    Row{Code::unsupported_value, "De waarde van deze parameter kan niet.",
        "The value of this parameter is not supported."},
    Row{Code::missing_parameter, "Deze parameter ontbreekt.", "This parameter is missing."},
    Row{Code::unsupported_parameter, "Deze parameter bestaat hier niet.", "This parameter is not supported."},
    Row{Code::syntax_error, "De vraag is geen goede CQL.", "The query is not valid CQL."},
    Row{Code::query_too_long, "De vraag is te lang.", "The query is too long."},
    Row{Code::unsupported_nesting, "De haakjes staan te diep in elkaar.", "The brackets are nested too deeply."},
    Row{Code::unsupported_context_set, "Deze context set kennen we niet; explain noemt de onze.",
        "This context set is unknown; explain lists ours."},
    Row{Code::unsupported_index, "Deze index kennen we niet; explain noemt de onze.",
        "This index is unknown; explain lists ours."},
    Row{Code::unsupported_combination, "Deze index kan niet samen met andere.",
        "This index cannot be combined with others."},
    Row{Code::unsupported_relation,
        "Deze relatie kan hier niet; kies =, ==, all, any, adj, <, >, <=, >=, <> of within.",
        "This relation is not supported; choose =, ==, all, any, adj, <, >, <=, >=, <> or within."},
    Row{Code::unsupported_relation_modifier, "Deze bepaling bij een relatie kan hier niet.",
        "This relation modifier is not supported."},
    Row{Code::unsupported_relation_for_index, "Deze relatie kan niet bij deze index.",
        "This relation cannot be used with this index."},
    Row{Code::needless_escape, "Voor dit teken hoort geen schuine streep.", "This character must not be escaped."},
    Row{Code::empty_term, "In de zoekterm staat niets om op te zoeken.", "There is nothing in the term to search for."},
    Row{Code::unsupported_masking, "In deze zoekterm kunnen * en ? niet.", "This term cannot have * and ?."},
    Row{Code::masked_word_too_short, "Een woord met * of ? heeft minstens twee letters of cijfers.",
        "A word with * or ? needs two letters or digits at least."},
    Row{Code::unsupported_anchor, "Met ^ aan het begin of eind van een veld zoeken kan hier niet.",
        "Anchoring with ^ is not supported."},
    Row{Code::masking_in_phrase, "In woorden die achter elkaar moeten staan, kunnen * en ? niet; gebruik all.",
        "Words that must follow each other cannot have * and ?; use all."},
    Row{Code::invalid_term, "De zoekterm past niet bij deze index.", "The term does not fit this index."},
    Row{Code::too_many_operators, "De vraag heeft te veel delen.", "The query has too many parts."},
    Row{Code::unsupported_proximity, "Zoeken op nabijheid (prox) kan hier niet.", "Proximity (prox) is not supported."},
    Row{Code::unsupported_boolean_modifier, "Bij and, or en not kan hier geen bepaling.",
        "Modifiers of and, or and not are not supported."},
    Row{Code::unsupported_feature, "Deze combinatie kan hier niet.", "This combination is not supported."},
    Row{Code::unsupported_mask_position,
        "Een ? kan niet aan het eind van een woord, en * en ? alleen tussen letters en cijfers.",
        "A ? cannot end a word, and * and ? can only stand among letters and digits."},
    Row{Code::unsupported_result_sets, "We bewaren geen resultaten; stel de vraag opnieuw.",
        "Result sets are not kept; send the query again."},
    Row{Code::position_out_of_range, "Zo ver in de resultaten is er niets op te halen.",
        "There is nothing to fetch that far into the results."},
    Row{Code::unknown_schema, "Dit schema kennen we niet; kies dc.", "This record schema is unknown; choose dc."},
    Row{Code::unsupported_packing, "Kies xml of string.", "Choose xml or string."},
    Row{Code::unsupported_sort, "Zo sorteren kan hier niet; zet sortBy dc.date of sortBy dc.title achter de vraag.",
        "This sort is not supported; put sortBy dc.date or sortBy dc.title behind the query."},
    Row{Code::too_many_sort_keys, "Op één ding tegelijk sorteren kan.", "Only one sort key is supported."},
    Row{Code::unsupported_sort_direction, "Datums kunnen alleen aflopend, titels alleen oplopend.",
        "Dates can only be descending, titles only ascending."},
    Row{Code::unsupported_sort_case, "Hoofdletters tellen niet bij het sorteren.", "Sorting ignores case."},
    Row{Code::unsupported_missing_values, "Wat zonder datum is, staat altijd achteraan.",
        "What has no date always comes last."},
};

// In the order of the numbers, so that one is found by halving.
static_assert(std::ranges::is_sorted(rows, {}, &Row::code));

/// That of general_error for a code that was forgotten here.
const Row& row_of(Code code) {
    const auto row = std::ranges::lower_bound(rows, code, {}, &Row::code);
    return row == rows.end() || row->code != code ? rows.front() : *row;
}

}  // namespace

Diagnostic diagnostic(DiagnosticCode code, std::string details) {
    const Row& row = row_of(code);
    return {code, std::move(details), {std::string(row.nl), std::string(row.en)}};
}

std::string uri_of(DiagnosticCode code) { return fmt::format("info:srw/diagnostic/1/{}", static_cast<int>(code)); }

}  // namespace schakel
