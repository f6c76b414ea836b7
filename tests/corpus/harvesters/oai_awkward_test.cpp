// The harvest of OAI-PMH repositories that misbehave, in the ways that are met.
#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/corpus/harvesters/repository_scene.hpp"

using namespace schakel;

TEST_CASE("a busy repository is given the time it asks for", "[harvest]") {
    RepositoryScene scene;
    std::vector<std::chrono::milliseconds> pauses;
    scene.options.http.pause = [&](std::chrono::milliseconds time) { pauses.push_back(time); };
    scene.repository.misbehave = [](const ServedRequest&, std::size_t number) -> std::optional<ServedAnswer> {
        if (number != 2) return std::nullopt;
        return ServedAnswer{.status = 503, .headers = {{"Retry-After", "7"}}};
    };
    REQUIRE(failure_of(scene.run()) == "geen");
    CHECK(pauses == std::vector<std::chrono::milliseconds>{std::chrono::seconds(7)});
    CHECK(scene.identifiers().size() == 7);
}

TEST_CASE("a repository that asks too much time is left, and gone on with the next time", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [](const ServedRequest& request, std::size_t) -> std::optional<ServedAnswer> {
        if (!is_later_page(request)) return std::nullopt;
        return ServedAnswer{.status = 503, .headers = {{"Retry-After", "86400"}}};
    };
    const HarvestReport left = scene.run();
    CHECK(says(failure_of(left), "vraagt om 86400 seconden geduld"));
    CHECK(scene.state().mark.empty());
    CHECK(scene.identifiers().size() == 3);
    scene.repository.misbehave = {};
    const HarvestReport resumed = scene.run();
    REQUIRE(failure_of(resumed) == "geen");
    CHECK(resumed.resumed);
    CHECK(resumed.added == 4);
    CHECK(resumed.unchanged == 0);
    CHECK(scene.identifiers().size() == 7);
}

TEST_CASE("a token given twice is a circle", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [](const ServedRequest& request, std::size_t number) -> std::optional<ServedAnswer> {
        if (!says(request.target, "ListRecords")) return std::nullopt;
        return page_with_token("oai:test:" + std::to_string(number), "altijd");
    };
    CHECK(says(failure_of(scene.run()), "een resumptionToken voor de tweede keer"));
    CHECK(scene.state().mark.empty());
}

TEST_CASE("page after page without anything new is a circle", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [](const ServedRequest& request, std::size_t number) -> std::optional<ServedAnswer> {
        if (!says(request.target, "ListRecords")) return std::nullopt;
        return page_with_token("oai:test:" + std::to_string(number % 2), "t" + std::to_string(number));
    };
    CHECK(says(failure_of(scene.run()), "10 pagina's achter elkaar zonder nieuwe records"));
    CHECK(scene.server.requests().size() < 20);
    scene.repository.misbehave = {};
    CHECK(failure_of(scene.run()) == "geen");  // and not at the page where it went wrong
    CHECK_FALSE(scene.run().resumed);
}

TEST_CASE("a repository without end is stopped at the limit", "[harvest]") {
    RepositoryScene scene;
    scene.options.most_records = 50;
    scene.repository.misbehave = [](const ServedRequest& request, std::size_t number) -> std::optional<ServedAnswer> {
        if (!says(request.target, "ListRecords")) return std::nullopt;
        return page_with_token("oai:test:" + std::to_string(number), "t" + std::to_string(number));
    };
    CHECK(says(failure_of(scene.run()), "meer dan 50 records"));
}

TEST_CASE("an expired token begins the window again, once", "[harvest]") {
    RepositoryScene scene;
    bool expired = false;
    scene.repository.misbehave = [&](const ServedRequest& request, std::size_t) -> std::optional<ServedAnswer> {
        if (!is_later_page(request) || expired) return std::nullopt;
        expired = true;
        return ServedAnswer{.body = oai_document("<error code=\"badResumptionToken\"/>")};
    };
    const HarvestReport once = scene.run();
    REQUIRE(failure_of(once) == "geen");
    CHECK(notices_say(once, "opnieuw begonnen"));
    CHECK(scene.identifiers().size() == 7);

    RepositoryScene other;
    other.repository.misbehave = [](const ServedRequest& request, std::size_t) -> std::optional<ServedAnswer> {
        if (!is_later_page(request)) return std::nullopt;
        return ServedAnswer{.body = oai_document("<error code=\"badResumptionToken\"/>")};
    };
    CHECK(says(failure_of(other.run()), "badResumptionToken"));
    other.repository.misbehave = {};
    CHECK(failure_of(other.run()) == "geen");
    CHECK(other.identifiers().size() == 7);
}

TEST_CASE("an error with an HTTP status of its own is still understood", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [](const ServedRequest& request, std::size_t) -> std::optional<ServedAnswer> {
        if (!says(request.target, "ListRecords")) return std::nullopt;
        return ServedAnswer{.status = 422, .body = oai_document("<error code=\"noRecordsMatch\"/>")};
    };
    CHECK(failure_of(scene.run()) == "geen");
}

TEST_CASE("an answer that went wrong once is asked for again", "[harvest]") {
    RepositoryScene scene;
    ServedAnswer wrong;
    SECTION("a web page with status 200") {
        wrong = {.body = "<!DOCTYPE html><html><body>Onderhoud</body></html>",
                 .headers = {{"Content-Type", "text/html"}}};
    }
    SECTION("half an answer") { wrong = {.body = oai_document("<ListRecords>"), .cut_after = 90}; }
    SECTION("half an answer in chunks") {
        wrong = {.body = oai_document("<ListRecords>"), .chunked = true, .cut_after = 90};
    }
    SECTION("XML that is not well-formed") { wrong = {.body = "<OAI-PMH><ListRecords></OAI-PMH>"}; }
    SECTION("half a header") { wrong = {.instead = "HTTP/1.1 200 OK\r\nContent-Ty"}; }
    SECTION("nothing") { wrong = {.instead = " "}; }
    SECTION("a server error") { wrong = {.status = 500, .body = "kapot"}; }
    scene.repository.misbehave = [&](const ServedRequest&, std::size_t number) -> std::optional<ServedAnswer> {
        return number == 3 ? std::optional(wrong) : std::nullopt;
    };
    const HarvestReport report = scene.run();
    INFO(failure_of(report));
    CHECK_FALSE(report.failure);
    CHECK(scene.identifiers().size() == 7);
}

TEST_CASE("what does not speak HTTP is not asked again", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [](const ServedRequest&, std::size_t) {
        return ServedAnswer{.instead = "220 ftp.voorbeeld.nl ready for a conversation\r\n"};
    };
    CHECK(says(failure_of(scene.run()), "het antwoord is niet te lezen"));
    CHECK(scene.repository.asked == 1);
}

TEST_CASE("a web page instead of OAI-PMH is called by its name", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [](const ServedRequest&, std::size_t) {
        return ServedAnswer{.body = "<html><head><title>Bibliotheek</title></head></html>"};
    };
    CHECK(says(failure_of(scene.run()), "een webpagina in plaats van OAI-PMH"));
}

TEST_CASE("content type and compression make no difference", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [&](const ServedRequest& request, std::size_t) -> std::optional<ServedAnswer> {
        TestRepository plain = scene.repository;
        plain.misbehave = {};
        ServedAnswer answer = plain.answer(request);
        answer.gzipped = true;
        answer.chunked = true;
        answer.headers = {{"Content-Type", "text/plain"}};
        return answer;
    };
    CHECK(failure_of(scene.run()) == "geen");
    CHECK(scene.identifiers().size() == 7);
}

TEST_CASE("another character set is converted, and said", "[harvest]") {
    RepositoryScene scene(1);
    scene.repository.records.front().title =
        "cr\xE8"
        "che";
    const HarvestReport report = scene.run();
    REQUIRE(failure_of(report) == "geen");
    CHECK(says(content_of(scene.records()).begin()->second, "crèche"));
    CHECK(notices_say(report, "windows-1252"));
}

TEST_CASE("a record that stands on two pages is one record", "[harvest]") {
    RepositoryScene scene;
    scene.repository.records[5] = scene.repository.records[1];
    REQUIRE(failure_of(scene.run()) == "geen");
    CHECK(scene.identifiers().size() == 6);
}

TEST_CASE("a huge record is refused with its page, and nothing is lost", "[harvest]") {
    RepositoryScene scene;
    scene.options.http.largest_body = 20'000;
    scene.repository.records[4].title = std::string(30'000, 'a');
    const HarvestReport report = scene.run();
    CHECK(says(failure_of(report), "groter dan"));
    CHECK(scene.identifiers().size() == 3);
    CHECK(scene.state().mark.empty());
}

TEST_CASE("a clock that was set back makes the mark worthless", "[harvest]") {
    RepositoryScene scene;
    scene.repository.response_date = "2031-01-01T00:00:00Z";
    scene.run();
    scene.repository.response_date = "2026-06-05T00:00:00Z";
    const HarvestReport report = scene.run();
    CHECK(report.full);
    CHECK(scene.state().mark == "2026-06-05T00:00:00Z");
}

TEST_CASE("the mark is the time of the first page, not of the last", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [&](const ServedRequest& request, std::size_t) -> std::optional<ServedAnswer> {
        if (is_later_page(request)) scene.repository.response_date = "2026-06-01T18:00:00Z";
        return std::nullopt;
    };
    scene.run();
    CHECK(scene.state().mark == "2026-06-01T12:00:00Z");
}

TEST_CASE("blocked records are never kept, and taken out when they were", "[harvest]") {
    RepositoryScene scene;
    scene.run();
    scene.options.is_blocked = [](std::string_view id) { return id == "oai:test:2"; };
    scene.options.full = true;
    const HarvestReport report = scene.run();
    CHECK(report.refused.at(RefusalKind::blocked) == 1);
    CHECK(scene.identifiers().size() == 6);
    CHECK(std::ranges::count(scene.identifiers(), "oai:test:2") == 0);
}

TEST_CASE("records without identifier or metadata are reported", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [](const ServedRequest& request, std::size_t) -> std::optional<ServedAnswer> {
        if (!says(request.target, "ListRecords")) return std::nullopt;
        return ServedAnswer{
            .body = oai_document("<ListRecords><record><metadata><a/></metadata></record>"
                                 "<record><header><identifier>oai:leeg</identifier></header></record></ListRecords>")};
    };
    const HarvestReport report = scene.run();
    REQUIRE(failure_of(report) == "geen");
    CHECK(report.refused.at(RefusalKind::format) == 2);
    CHECK(scene.identifiers().empty());
}

TEST_CASE("robots.txt and reservations keep us away, unless there is an agreement", "[harvest]") {
    RepositoryScene scene;
    std::map<std::string, ServedAnswer> files;
    std::string reason = "wil niet geoogst worden";
    SECTION("robots.txt") { files["/robots.txt"] = {.body = "User-agent: schakel\nDisallow: /oai\n"}; }
    SECTION("robots.txt that cannot be fetched") {
        files["/robots.txt"] = {.status = 500};
        reason = "robots.txt is niet te lezen";
    }
    SECTION("tdmrep.json") {
        files["/.well-known/tdmrep.json"] = {.body = R"([{"location": "/", "tdm-reservation": 1}])"};
    }
    TestServer server{[&](const ServedRequest& request) {
        const auto file = files.find(request.target);
        return file == files.end() ? scene.repository.answer(request) : file->second;
    }};
    scene.source.url = server.url("/oai");
    const HarvestReport refused = scene.run();
    CHECK(says(failure_of(refused), reason));
    CHECK(refused.refusals.size() == 1);
    scene.source.permission_agreed = true;
    CHECK(failure_of(scene.run()) == "geen");
    CHECK(scene.identifiers().size() == 7);
}

TEST_CASE("a reservation in a header of the repository is honoured", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [&](const ServedRequest&, std::size_t) {
        return ServedAnswer{.body = oai_document("<Identify/>"), .headers = {{"TDM-Reservation", "1"}}};
    };
    CHECK(says(failure_of(scene.run()), "tekst- en datamining"));
}

TEST_CASE("a redirect to a private address is not followed", "[harvest]") {
    RepositoryScene scene;
    scene.repository.misbehave = [](const ServedRequest&, std::size_t) {
        return ServedAnswer{.status = 302, .headers = {{"Location", "http://169.254.169.254/latest/meta-data/"}}};
    };
    scene.options.http.allow_private_addresses = false;
    CHECK(says(failure_of(scene.run()), "robots.txt is niet te lezen"));  // already the loopback address is private
    CHECK(scene.server.requests().empty());
}

TEST_CASE("a name that could leave the store is refused", "[harvest]") {
    RepositoryScene scene;
    for (const char* name : {"", "..", "a/b", "Proef", "-a"}) {
        scene.source.name = name;
        CHECK(says(failure_of(scene.run()), "kan niet de naam van een bron zijn"));
    }
}

TEST_CASE("one source is harvested by one program at a time", "[harvest]") {
    RepositoryScene scene;
    std::string second;
    const HarvestReport first = schakel::harvest(scene.source, scene.options, [&](const HarvestReport&) {
        if (second.empty()) second = failure_of(scene.run());
    });
    CHECK(failure_of(first) == "geen");
    CHECK(says(second, "haalt deze bron al op"));
}

TEST_CASE("a damaged state is named, and nothing is lost", "[harvest]") {
    RepositoryScene scene;
    scene.run();
    std::ofstream(scene.folder.path() / "proef" / "state.json") << "{half";
    CHECK(says(failure_of(scene.run()), "de stand van het oogsten is beschadigd"));
    CHECK(scene.identifiers().size() == 7);
}

TEST_CASE("a run that is given up for another does not take its records for vanished", "[harvest]") {
    RepositoryScene scene(12);
    scene.options.force = true;
    scene.run();
    const auto break_off = [&](const std::string& at) {
        scene.options.full = true;
        scene.repository.misbehave = [&, at](const ServedRequest& request, std::size_t) -> std::optional<ServedAnswer> {
            if (!says(request.target, at)) return std::nullopt;
            return ServedAnswer{.status = 503, .headers = {{"Retry-After", "86400"}}};
        };
        CHECK(scene.run().failure);
        scene.repository.misbehave = {};
    };
    break_off("resumptionToken=6");
    scene.source.set = "rapporten";
    break_off("metadataPrefix");
    scene.source.set.clear();
    const HarvestReport report = scene.run();
    CHECK(failure_of(report) == "geen");
    CHECK(report.deleted == 0);
    CHECK(scene.identifiers().size() == 12);
}
