#include "searchd/http/refusal.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace schakel {

namespace {

constexpr std::string_view retry_after = "1";  // seconds

constexpr std::array rows{
    RefusalRow{Refusal::bad_request_line,
               {"bad_request_line", 400, "Onjuist verzoek", "Bad request",
                "De eerste regel van het verzoek klopt niet. Stuur iets als GET /v1/themas HTTP/1.1.",
                "The first line of the request is not right. Send something like GET /v1/themas HTTP/1.1."}},
    RefusalRow{Refusal::bad_header,
               {"bad_header", 400, "Onjuist verzoek", "Bad request",
                "Een headerregel klopt niet. Stuur naam: waarde, zonder spatie voor de dubbele punt.",
                "A header line is not right. Send name: value, without a space before the colon."}},
    RefusalRow{Refusal::bad_host,
               {"bad_host", 400, "Onjuist verzoek", "Bad request",
                "De header Host ontbreekt, staat er twee keer of is geen naam. Stuur hem één keer.",
                "The header Host is missing, occurs twice or is not a name. Send it once."}},
    RefusalRow{Refusal::bad_length,
               {"bad_length", 400, "Onjuist verzoek", "Bad request",
                "De lengte van het verzoek is niet duidelijk. Stuur één keer Content-Length, zonder Transfer-Encoding.",
                "The length of the request is unclear. Send Content-Length once, without Transfer-Encoding."}},
    RefusalRow{Refusal::unfinished,
               {"unfinished", 400, "Onjuist verzoek", "Bad request",
                "Het verzoek houdt halverwege op. Stuur het opnieuw.", "The request stops halfway. Send it again."}},
    RefusalRow{Refusal::needs_tls,
               {"needs_tls", 400, "Beveiligde verbinding nodig", "Secure connection needed",
                "Dit adres begint met https://. Vraag het daarmee.",
                "This address begins with https://. Ask for it that way."}},
    RefusalRow{Refusal::too_slow,
               {"too_slow", 408, "Verzoek duurt te lang", "Request timeout",
                "Het verzoek was niet op tijd helemaal binnen. Stuur het opnieuw.",
                "The request was not complete in time. Send it again."}},
    RefusalRow{Refusal::length_required,
               {"length_required", 411, "Lengte ontbreekt", "Length required",
                "Een verzoek in stukken kan hier niet. Stuur het met Content-Length.",
                "A request in chunks is not possible here. Send it with Content-Length."}},
    RefusalRow{Refusal::body_too_long,
               {"body_too_long", 413, "Verzoek is te groot", "Content too large",
                "Het verzoek heeft een te grote inhoud. Stuur een GET zonder inhoud, of een korter formulier.",
                "The content of the request is too large. Send a GET without content, or a shorter form."}},
    RefusalRow{Refusal::target_too_long,
               {"target_too_long", 414, "Adres is te lang", "URI too long",
                "Het adres met de zoekvraag is te lang. Maak de zoekvraag korter.",
                "The address with the query is too long. Shorten the query."}},
    RefusalRow{Refusal::header_too_long,
               {"header_too_long", 431, "Headers zijn te lang", "Header fields too large",
                "Het verzoek heeft te veel of te lange headers. Stuur er minder; vaak helpt het om cookies te wissen.",
                "The request has too many or too long headers. Send fewer; clearing cookies often helps."}},
    RefusalRow{Refusal::unknown_version,
               {"unknown_version", 505, "Versie van HTTP niet ondersteund", "HTTP version not supported",
                "Deze versie van HTTP wordt niet ondersteund. Gebruik HTTP/1.1.",
                "This version of HTTP is not supported. Use HTTP/1.1."}},
    RefusalRow{Refusal::too_many_requests,
               {"too_many_requests", 503, "Te druk", "Overloaded", "Het is te druk. Probeer het zo weer.",
                "There are too many requests. Try again in a moment."}},
    RefusalRow{
        Refusal::too_many_connections,
        {"too_many_connections", 503, "Te druk", "Overloaded", "Er zijn te veel verbindingen. Probeer het zo weer.",
         "There are too many connections. Try again in a moment."}},
    RefusalRow{Refusal::too_many_from_address,
               {"too_many_from_address", 503, "Te druk", "Overloaded",
                "Uw computer of netwerk heeft te veel verbindingen open. Sluit er een paar en probeer het zo weer.",
                "Your computer or network has too many connections open. Close some and try again in a moment."}},
    RefusalRow{Refusal::internal_error,
               {"internal", 500, "Interne fout", "Internal error",
                "Er ging iets mis bij het beantwoorden van deze vraag. Probeer het later opnieuw.",
                "Something went wrong while answering this request. Try again later."}},
};

static_assert(has_row_for_each(rows, Refusal::internal_error));  // the last one

}  // namespace

std::span<const RefusalRow> refusal_table() { return rows; }

const ProblemText& text_of(Refusal refusal) { return rows[static_cast<std::size_t>(refusal)].text; }

HttpResponse refusal_response(Refusal refusal, Language language) {
    HttpResponse response = problem_response(text_of(refusal), language);
    if (response.status == 503) response.headers.emplace_back("Retry-After", retry_after);
    return response;
}

}  // namespace schakel
