#include "searchd/access/denial.hpp"

#include <array>
#include <cstddef>

#include <nlohmann/json.hpp>

namespace schakel {

namespace {

struct DenialRow {
    Denial denial;
    std::string_view name;
    int status;
    std::string_view title_nl;
    std::string_view title_en;
    std::string_view detail_nl;
    std::string_view detail_en;
};

constexpr std::array rows{
    DenialRow{Denial::unknown_key, "unknown_key", 401, "Sleutel is niet bekend", "Unknown key",
              "Deze sleutel is niet bekend of is ingetrokken. Controleer de header X-Api-Key, of laat hem weg.",
              "This key is unknown or was revoked. Check the header X-Api-Key, or leave it out."},
    DenialRow{Denial::foreign_origin, "foreign_origin", 403, "Sleutel is van een andere website",
              "Key of another website",
              "Deze sleutel is niet voor deze website. Vraag de beheerder om de website bij de sleutel te zetten.",
              "This key is not for this website. Ask the administrator to add the website to the key."},
    DenialRow{Denial::foreign_script, "foreign_script", 403, "Website is niet bekend", "Unknown website",
              "Scripts van deze website mogen dit niet vragen. Vraag de beheerder om de website toe te laten.",
              "Scripts of this website may not ask this. Ask the administrator to allow the website."},
    DenialRow{
        Denial::rate_limited, "rate_limited", 429, "Te veel verzoeken", "Too many requests",
        "U hebt deze minuut te veel gevraagd. Wacht even, of vraag de beheerder om een sleutel met een hogere grens.",
        "You asked too much this minute. Wait a moment, or ask the administrator for a key with a higher limit."},
    DenialRow{Denial::only_from_near_by, "only_from_near_by", 403, "Alleen van dichtbij", "Only from near by",
              "De metingen zijn alleen op te vragen vanaf deze computer en het eigen netwerk.",
              "The measurements can only be asked for from this computer and its own network."},
};

constexpr bool rows_follow_the_enumeration() {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].denial) != i) return false;
    return true;
}

static_assert(rows.size() == static_cast<std::size_t>(Denial::only_from_near_by) + 1);
static_assert(rows_follow_the_enumeration());

}  // namespace

HttpResponse denial_response(Denial denial, Language language) {
    const DenialRow& row = rows[static_cast<std::size_t>(denial)];
    const bool in_english = language == Language::english;
    const nlohmann::ordered_json body{{"type", "urn:schakel:fout:" + std::string(row.name)},
                                      {"title", in_english ? row.title_en : row.title_nl},
                                      {"status", row.status},
                                      {"detail", in_english ? row.detail_en : row.detail_nl}};
    HttpResponse response{row.status, "application/problem+json", body.dump(), {}};
    if (row.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"schakel\"");
    return response;
}

}  // namespace schakel
