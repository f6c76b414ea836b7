#include "corpus/harvesters/oai_requests.hpp"

#include <array>

#include <fmt/format.h>

#include "corpus/harvesters/http_address.hpp"
#include "corpus/harvesters/http_failure.hpp"

namespace schakel {
namespace {

constexpr int tries_to_read = 3;

std::string with_query(const std::string& base, const std::string& query) {
    return base + (base.find('?') == std::string::npos ? "?" : "&") + query;
}

void add_parameter(std::string& url, std::string_view name, const std::string& value) {
    if (!value.empty()) url += fmt::format("&{}={}", name, encode_parameter(value));
}

struct HintRow {
    std::string_view code;
    std::string_view nl;
    std::string_view en;
};

constexpr std::array hints{
    HintRow{"cannotDisseminateFormat", "kies een ander metadata-formaat; het verzoek ListMetadataFormats noemt ze",
            "choose another metadata format; the request ListMetadataFormats names them"},
    HintRow{"noSetHierarchy", "deze bron kent geen sets: laat de set weg",
            "this source has no sets: leave the set out"},
    HintRow{"badArgument", "controleer set, formaat en data van de bron in de instellingen",
            "check set, format and dates of the source in the settings"},
    HintRow{"badVerb", "controleer het basisadres van de OAI-PMH-server",
            "check the base address of the OAI-PMH server"},
};

Text hint_for(std::string_view code) {
    for (const HintRow& row : hints)
        if (row.code == code) return {std::string(row.nl), std::string(row.en)};
    return {"vraag de beheerder van de bron om raad", "ask the keeper of the source"};
}

/// Some repositories give their errors with a status of 4xx or 5xx.
Result<OaiAnswer> read_answer(const HttpAnswer& answer) {
    Result<OaiAnswer> read = parse_oai_answer(answer.url, answer.body, answer.header("content-type"));
    if (answer.status != 200 && (!read || read->errors.empty())) return tl::unexpected(unexpected_status(answer));
    return read;
}

}  // namespace

std::string identify_url(const std::string& base) { return with_query(base, "verb=Identify"); }

std::string list_sets_url(const std::string& base, const std::string& token) {
    std::string url = with_query(base, "verb=ListSets");
    add_parameter(url, "resumptionToken", token);
    return url;
}

std::string list_records_url(const std::string& base, const OaiSelection& selection) {
    std::string url = with_query(base, "verb=ListRecords");
    add_parameter(url, "metadataPrefix", selection.metadata_prefix);
    add_parameter(url, "set", selection.set);
    add_parameter(url, "from", selection.from);
    add_parameter(url, "until", selection.until);
    return url;
}

std::string list_records_url(const std::string& base, const std::string& token) {
    std::string url = with_query(base, "verb=ListRecords");
    add_parameter(url, "resumptionToken", token);
    return url;
}

Result<OaiAnswer> ask(HarvestRun& run, const std::string& url) {
    const auto may_fetch = [&run](const HttpAddress& address) { return !run.permissions().refusal_of(address); };
    for (int tried = 1;; ++tried) {
        const auto answer = run.client().get({.url = url, .headers = {}, .may_fetch = may_fetch});
        if (!answer) return tl::unexpected(answer.error().error);
        if (const auto refusal = run.permissions().refusal_of(*answer);
            refusal && refusal->kind == RefusalKind::tdm_reservation)
            return fail(ErrorCode::unreadable, at_place(url, {"de bron behoudt zich tekst- en datamining voor",
                                                              "the source reserves text and data mining"}));
        Result<OaiAnswer> read = read_answer(*answer);
        if (read || tried == tries_to_read) return read;
    }
}

Error oai_failure(const std::string& url, const OaiError& error) {
    const std::string why = error.message.empty() ? error.code : fmt::format("{}: {}", error.code, error.message);
    return {ErrorCode::unreadable,
            at_place(url, {fmt::format("de bron weigert het verzoek ({})", why),
                           fmt::format("the source refuses the request ({})", why)}),
            hint_for(error.code)};
}

}  // namespace schakel
