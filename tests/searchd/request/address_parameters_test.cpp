#include "searchd/request/address_parameters.hpp"

#include <array>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "searchd/request/overview_request.hpp"
#include "searchd/request/partner_request.hpp"
#include "searchd/request/question_request.hpp"
#include "tests/searchd/engine/open_index.hpp"

namespace schakel {
namespace {

const IndexSnapshot& empty() {
    static const IndexSnapshot snapshot;
    return snapshot;
}

template <class Request>
std::string problems(const Checked<Request>& read) {
    std::string text;
    if (!read)
        for (const ParameterProblem& problem : read.error())
            text += fmt::format("{}: {}\n", problem.parameter, problem.message.nl);
    return text;
}

Checked<OverviewRequest> overview(std::string_view query) {
    return parse_overview_request(parse_parameters(query), sample_installation(), empty());
}

Checked<PartnerRequest> partners(std::string_view query) {
    return parse_partner_request(parse_parameters(query), sample_installation(), empty());
}

Checked<QuestionRequest> questions(std::string_view query) {
    return parse_question_request(parse_parameters(query), sample_installation(), empty());
}

}  // namespace

TEST_CASE("an overview is of themes by scale, or of what is asked for") {
    REQUIRE(overview(""));
    CHECK(overview("")->row == FieldId::theme);
    CHECK(overview("")->column == FieldId::scale);
    const auto asked = overview("rij=regio&kolom=jaar&zoek=zorg&indeling=ggd&thema=mantelzorg");
    REQUIRE(asked);
    CHECK(asked->row == FieldId::region);
    CHECK(asked->column == FieldId::year);
    CHECK(asked->search.query == "zorg");
    CHECK(asked->search.region_scheme == "ggd");
    CHECK(asked->search.filter(FieldId::theme) == std::vector<std::string>{"mantelzorg"});
    CHECK(asked->search.facets.empty());
}

TEST_CASE("row and column differ, also from what the other usually is") {
    CHECK(overview("rij=schaal")->column == FieldId::theme);
    CHECK(overview("kolom=thema")->row == FieldId::scale);
    CHECK(problems(overview("kolom=thema&rij=thema")) == "kolom: Rij en kolom zijn hetzelfde filter; kies er twee.\n");
}

TEST_CASE("partners are organisations and networks unless one of them is asked for") {
    REQUIRE(partners(""));
    CHECK(partners("")->search.filter(FieldId::type) == std::vector<std::string>{"kennispartner", "netwerk"});
    CHECK(partners("type=netwerk")->search.filter(FieldId::type) == std::vector<std::string>{"netwerk"});
    CHECK(partners("rol=kennismakelaar")->role == PartnerRole::knowledge_broker);
    CHECK(problems(partners("type=rapport")) == "type: \"rapport\" kan hier niet; kies kennispartner of netwerk.\n");
}

TEST_CASE("questions of fewer days than others may see are refused") {
    REQUIRE(questions(""));
    CHECK(questions("")->least_days == sample_installation().settings.query_log.suggest_after);
    CHECK(questions("minimumDagen=30&zonderAntwoord=true")->unanswered);
    CHECK(problems(questions("minimumDagen=2")) == "minimumDagen: \"2\" is geen getal van 3 tot en met 3650.\n");
    CHECK(questions("regio=Haren")->notices.size() == 1);
}

TEST_CASE("every problem is told, of what an address reads itself and of the search") {
    CHECK(problems(overview("rij=kleur&rij=thema&jaar=x&tema=a")) ==
          "rij: Deze parameter mag maar één keer voorkomen.\n"
          "tema: Deze parameter bestaat niet. Bedoelde u thema?\n"
          "rij: \"kleur\" kan niet; kies uit thema, domein, regio, type, voorWie, doelgroep, activiteit, organisatie, "
          "schaal, onderbouwing, soortKennis, vorm, taal, jaar.\n"
          "jaar: \"x\" is geen getal van 1000 tot en met 9999.\n");
    CHECK(problems(questions("minimumDagen=nee&zonderAntwoord=ja&pagina=0&zoek=a")) ==
          "zoek: Deze parameter bestaat hier niet; wel minimumDagen, zonderAntwoord, thema, regio, pagina, perPagina.\n"
          "minimumDagen: \"nee\" is geen getal van 3 tot en met 3650.\n"
          "zonderAntwoord: \"ja\" kan niet; kies uit false, true.\n"
          "pagina: \"0\" is geen getal van 1 tot en met 10000.\n");
}

TEST_CASE("what is no text is refused, and so are too many parameters") {
    CHECK(problems(partners("zoek=%FF&%FF=a")) ==
          "zoek: De tekst is geen geldige UTF-8.\n?: De tekst is geen geldige UTF-8.\n");
    std::string many;
    for (int i = 0; i < 300; ++i) many += "thema=jeugd&";
    CHECK(problems(partners(many)) == "?: Meer dan 200 parameters.\n");
}

}  // namespace schakel
