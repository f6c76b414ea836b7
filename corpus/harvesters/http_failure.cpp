#include "corpus/harvesters/http_failure.hpp"

#include <fmt/format.h>

#include "config/decimal_number.hpp"

namespace schakel {
namespace {

HttpFailure failure(HttpFailureKind kind, const std::string& url, const Text& what, Text hint) {
    return {kind, {ErrorCode::unreadable, at_place(url, what), std::move(hint)}};
}

const Text later{"probeer het later opnieuw", "try again later"};
const Text ask_the_keeper{"vraag de beheerder van de bron om raad", "ask the keeper of the source"};

}  // namespace

HttpFailure bad_address(const std::string& url) {
    return failure(
        HttpFailureKind::bad_address, url, {"dit is geen http- of https-adres", "this is not an http or https address"},
        {"geef een adres als https://www.voorbeeld.nl/oai", "give an address like https://www.example.nl/oai"});
}

HttpFailure private_address(const std::string& url) {
    return failure(HttpFailureKind::refused_address, url,
                   {"dit adres ligt in een besloten netwerk en wordt niet bezocht zonder --allow-private-addresses",
                    "this address is in a private network and is not visited without --allow-private-addresses"},
                   {"is dat de bedoeling, geef dan --allow-private-addresses",
                    "if that is intended, give --allow-private-addresses"});
}

HttpFailure insecure_redirect(const std::string& url) {
    return failure(HttpFailureKind::refused_address, url,
                   {"de server verwijst van https naar http", "the server redirects from https to http"},
                   ask_the_keeper);
}

HttpFailure no_connection(const std::string& url, const Text& reason) {
    return failure(
        HttpFailureKind::no_connection, url,
        {fmt::format("er is geen verbinding ({})", reason.nl), fmt::format("there is no connection ({})", reason.en)},
        {"controleer het adres en het netwerk", "check the address and the network"});
}

HttpFailure no_trust(const std::string& url, const std::string& reason) {
    return failure(HttpFailureKind::no_trust, url,
                   {fmt::format("het certificaat van de server wordt niet vertrouwd ({})", reason),
                    fmt::format("the certificate of the server is not trusted ({})", reason)},
                   {"controleer het adres; installeer zo nodig het pakket ca-certificates",
                    "check the address; install the package ca-certificates if need be"});
}

HttpFailure too_slow(const std::string& url, std::chrono::seconds limit) {
    return failure(HttpFailureKind::too_slow, url,
                   {fmt::format("het antwoord was na {} seconden nog niet compleet", limit.count()),
                    fmt::format("the answer was not complete after {} seconds", limit.count())},
                   later);
}

HttpFailure too_large(const std::string& url, std::size_t limit) {
    const double megabytes = static_cast<double>(limit) / (1024.0 * 1024.0);
    return failure(HttpFailureKind::too_large, url,
                   {fmt::format("het antwoord is groter dan {} MB", decimal_number(megabytes, 1, Language::dutch)),
                    fmt::format("the answer is larger than {} MB", decimal_number(megabytes, 1, Language::english))},
                   ask_the_keeper);
}

HttpFailure cut_off(const std::string& url) {
    return failure(HttpFailureKind::cut_off, url,
                   {"de verbinding is verbroken voordat het antwoord compleet was",
                    "the connection was lost before the answer was complete"},
                   later);
}

HttpFailure bad_answer(const std::string& url, const std::string& reason) {
    return failure(HttpFailureKind::bad_answer, url,
                   {fmt::format("het antwoord is niet te lezen ({})", reason),
                    fmt::format("the answer cannot be read ({})", reason)},
                   ask_the_keeper);
}

HttpFailure too_many_redirects(const std::string& url, int limit) {
    return failure(HttpFailureKind::redirects, url,
                   {fmt::format("de server verwijst meer dan {} keer door", limit),
                    fmt::format("the server redirects more than {} times", limit)},
                   ask_the_keeper);
}

HttpFailure bad_redirect(const std::string& url, const std::string& target) {
    return failure(HttpFailureKind::redirects, url,
                   {fmt::format("de server verwijst door naar een onbruikbaar adres “{}”", target),
                    fmt::format("the server redirects to an address of no use “{}”", target)},
                   ask_the_keeper);
}

HttpFailure redirect_not_permitted(const std::string& url, const std::string& target) {
    return failure(HttpFailureKind::not_permitted, url,
                   {fmt::format("de server verwijst door naar {}, en dat mag niet worden opgehaald", target),
                    fmt::format("the server redirects to {}, which may not be fetched", target)},
                   {});
}

HttpFailure busy(const std::string& url, int status, std::chrono::seconds asked) {
    const std::string nl = asked.count() > 0 ? fmt::format(" en vraagt om {} seconden geduld", asked.count()) : "";
    const std::string en = asked.count() > 0 ? fmt::format(" and asks for {} seconds of patience", asked.count()) : "";
    return failure(HttpFailureKind::busy, url,
                   {fmt::format("de server is te druk (status {}){}", status, nl),
                    fmt::format("the server is too busy (status {}){}", status, en)},
                   later);
}

Error unexpected_status(const HttpAnswer& answer) {
    return {ErrorCode::unreadable,
            at_place(answer.url, {fmt::format("de server antwoordt met status {}", answer.status),
                                  fmt::format("the server answers with status {}", answer.status)}),
            answer.status == 404 || answer.status == 410
                ? Text{"controleer het adres", "check the address"}
                : Text{"probeer het later opnieuw of vraag de beheerder van de bron om raad",
                       "try again later or ask the keeper of the source"}};
}

}  // namespace schakel
