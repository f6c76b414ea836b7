// Examples of what is read from the answers of servers, and of what curators read.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "corpus/harvesters/harvest_report.hpp"
#include "corpus/harvesters/http_address.hpp"
#include "corpus/harvesters/oai_answer.hpp"
#include "corpus/harvesters/opt_out.hpp"
#include "corpus/harvesters/robots.hpp"
#include "corpus/harvesters/sitemap_file.hpp"
#include "tests/golden/golden.hpp"

using namespace schakel;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t at = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', at)) {
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    lines.push_back(text.substr(at));
    return lines;
}

std::string without_last_line_end(std::string text) {
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

std::string both_languages(const Error& error) {
    return to_text(error, Language::dutch) + "\n" + to_text(error, Language::english);
}

std::string resolved(const std::string& input) {
    const std::vector<std::string> lines = lines_of(input);
    const auto base = parse_http_address(lines.front());
    std::string text;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto address = resolve_http_address(base.value(), lines[i]);
        text += (address ? address->to_text() : "geen adres") + "\n";
    }
    return without_last_line_end(text);
}

/// A file above a line of dashes, and below it targets, each answered.
template <class Answer>
std::string for_targets(const std::string& input, std::string& file, const Answer& answer) {
    const auto dashes = input.find("---\n");
    file = input.substr(0, dashes);
    std::string text;
    for (const std::string& target : lines_of(input.substr(dashes + 4)))
        text += fmt::format("{} {}\n", target, answer(file, target));
    return text;
}

std::string robots_rules(const std::string& input) {
    std::string file;
    std::string text = for_targets(input, file, [](const std::string& robots, const std::string& target) {
        return Robots::parse(robots, "schakel").allows(target) ? "ja" : "nee";
    });
    const Robots robots = Robots::parse(file, "schakel");
    if (robots.crawl_delay()) text += fmt::format("wachttijd {} ms\n", robots.crawl_delay()->count());
    for (const std::string& sitemap : robots.sitemaps()) text += "sitemap " + sitemap + "\n";
    return without_last_line_end(text);
}

std::string reserved_paths(const std::string& input) {
    std::string file;
    return without_last_line_end(
        for_targets(input, file, [](const std::string& json, const std::string& target) -> std::string {
            const auto reservations = TdmReservations::parse("tdmrep.json", json);
            if (!reservations) return reservations.error().message.nl;
            return reservations->reserve(target) ? "voorbehouden" : "vrij";
        }));
}

std::string opt_out(const std::string& html) {
    switch (opt_out_in_html(html)) {
        case OptOut::tdm_reservation: return "voorbehoud";
        case OptOut::no_index: return "niet in zoekmachines";
        case OptOut::none: break;
    }
    return "geen bezwaar";
}

std::string oai_answer(const std::string& xml) {
    const auto answer = parse_oai_answer("https://www.voorbeeld.nl/oai", xml);
    if (!answer) return both_languages(answer.error());
    std::string text = "responseDate " + answer->response_date + "\n";
    if (answer->identity)
        text += fmt::format("{}, sinds {}, verwijderde records {}, {}\n", answer->identity->repository_name,
                            answer->identity->earliest_datestamp, static_cast<int>(answer->identity->deleted_records),
                            answer->identity->counts_seconds ? "seconden" : "dagen");
    for (const OaiError& error : answer->errors) text += fmt::format("fout {} “{}”\n", error.code, error.message);
    for (const std::string& set : answer->sets) text += "set " + set + "\n";
    for (const OaiRecord& record : answer->records)
        text += fmt::format("{}{}\n{}", record.identifier, record.deleted ? " verwijderd" : "", record.xml);
    return text + "token “" + answer->token + "”";
}

std::string sitemap(const std::string& body) {
    const auto file = parse_sitemap("https://www.voorbeeld.nl/sitemap.xml", body, "", 1'000'000);
    if (!file) return both_languages(file.error());
    std::string text;
    for (const std::string& location : file->sitemaps) text += "sitemap " + location + "\n";
    for (const SitemapEntry& entry : file->entries)
        text += fmt::format("{} {}\n{}", entry.location, entry.last_modified.empty() ? "-" : entry.last_modified,
                            entry.record);
    if (file->without_location > 0) text += fmt::format("zonder adres: {}\n", file->without_location);
    return without_last_line_end(text);
}

HarvestReport finished_report() {
    HarvestReport report{.source = "kennisbank", .full = true, .added = 1200, .changed = 3, .unchanged = 40'000};
    report.count_deleted("oai:kennisbank:7");
    report.requests = 413;
    report.bytes = 81'234'567;
    report.seconds = 433.25;
    return report;
}

HarvestReport unfinished_report() {
    HarvestReport report{.source = "gemeente", .resumed = true};
    for (int i = 0; i < 22; ++i)
        report.refuse({RefusalKind::robots, fmt::format("https://www.voorbeeld.nl/{}", i), {}});
    report.refuse({RefusalKind::tdm_reservation, "https://www.voorbeeld.nl/b", {}});
    report.notice({"een opmerking", "a remark"});
    report.notice({"een opmerking", "a remark"});
    report.failure =
        Error{ErrorCode::unreadable, {"de server zwijgt", "the server is silent"}, {"wacht even", "wait a while"}};
    report.requests = 1;
    return report;
}

std::string report_of(const std::string& scene) {
    if (scene == "json") {
        HarvestReport report = unfinished_report();
        report.refusals.resize(1);
        report.deleted_identifiers = {"a"};
        return to_json(report);
    }
    const HarvestReport report = scene == "voltooid" ? finished_report() : unfinished_report();
    return without_last_line_end(to_text(report, Language::dutch) + "--- en\n" + to_text(report, Language::english));
}

}  // namespace

TEST_CASE("addresses are resolved as the golden cases say", "[harvest][golden]") {
    CHECK_GOLDEN("harvest/addresses", resolved);
}

TEST_CASE("robots.txt is obeyed as the golden cases say", "[harvest][golden]") {
    CHECK_GOLDEN("harvest/robots", robots_rules);
}

TEST_CASE("reservations are read as the golden cases say", "[harvest][golden]") {
    CHECK_GOLDEN("harvest/reservations", reserved_paths);
}

TEST_CASE("pages that want to be left out are known as the golden cases say", "[harvest][golden]") {
    CHECK_GOLDEN("harvest/opt-outs", opt_out);
}

TEST_CASE("OAI-PMH answers are read as the golden cases say", "[harvest][golden]") {
    CHECK_GOLDEN("harvest/oai-answers", oai_answer);
}

TEST_CASE("sitemaps are read as the golden cases say", "[harvest][golden]") {
    CHECK_GOLDEN("harvest/sitemaps", sitemap);
}

TEST_CASE("a harvest is reported as the golden cases say", "[harvest][golden]") {
    CHECK_GOLDEN("harvest/reports", report_of);
}
