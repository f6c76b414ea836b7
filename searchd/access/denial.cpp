#include "searchd/access/denial.hpp"

#include <array>
#include <cstddef>

#include "searchd/http/problem_row.hpp"

namespace schakel {

namespace {

using DenialRow = ProblemRow<Denial>;

constexpr std::array rows{
    DenialRow{Denial::unknown_key,
              {"unknown_key", 401, "Sleutel is niet bekend", "Unknown key",
               "Deze sleutel is niet bekend of is ingetrokken. Controleer de header X-Api-Key, of laat hem weg.",
               "This key is unknown or was revoked. Check the header X-Api-Key, or leave it out."}},
    DenialRow{Denial::foreign_origin,
              {"foreign_origin", 403, "Sleutel is van een andere website", "Key of another website",
               "Deze sleutel is niet voor deze website. Vraag de beheerder om de website bij de sleutel te zetten.",
               "This key is not for this website. Ask the administrator to add the website to the key."}},
    DenialRow{Denial::foreign_script,
              {"foreign_script", 403, "Website is niet bekend", "Unknown website",
               "Scripts van deze website mogen dit niet vragen. Vraag de beheerder om de website toe te laten.",
               "Scripts of this website may not ask this. Ask the administrator to allow the website."}},
    DenialRow{
        Denial::rate_limited,
        {"rate_limited", 429, "Te veel verzoeken", "Too many requests",
         "U hebt deze minuut te veel gevraagd. Wacht even, of vraag de beheerder om een sleutel met een hogere grens.",
         "You asked too much this minute. Wait a moment, or ask the administrator for a key with a higher limit."}},
    DenialRow{Denial::only_from_near_by,
              {"only_from_near_by", 403, "Alleen van dichtbij", "Only from near by",
               "De metingen zijn alleen op te vragen vanaf deze computer en het eigen netwerk.",
               "The measurements can only be asked for from this computer and its own network."}},
};

static_assert(has_row_for_each(rows, Denial::only_from_near_by));  // the last one

}  // namespace

HttpResponse denial_response(Denial denial, Language language) {
    HttpResponse response = problem_response(rows[static_cast<std::size_t>(denial)].text, language);
    if (response.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"schakel\"");
    return response;
}

}  // namespace schakel
