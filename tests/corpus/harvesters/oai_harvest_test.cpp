// The harvest of an OAI-PMH repository that keeps to the standard.
#include <catch2/catch.hpp>

#include "tests/corpus/harvesters/repository_scene.hpp"

using namespace schakel;

TEST_CASE("every page of a repository is kept, a file for each record", "[harvest]") {
    RepositoryScene scene;
    const HarvestReport report = scene.run();
    REQUIRE(failure_of(report) == "geen");
    CHECK(report.added == 7);
    CHECK(report.full);
    CHECK(scene.identifiers().size() == 7);
    CHECK(scene.state().mark == "2026-06-01T12:00:00Z");
    CHECK_FALSE(scene.state().window);
    // robots.txt and tdmrep.json, Identify and three pages, the second and third with a token full of characters to escape
    CHECK(scene.server.requests().size() == 6);
}

TEST_CASE("a kept record can be read as a source", "[harvest]") {
    RepositoryScene scene(1);
    scene.repository.records.front().title = "Wonen & zorg";
    scene.run();
    const auto content = content_of(scene.records());
    REQUIRE(content.size() == 1);
    CHECK(
        says(content.begin()->second, "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><ListRecords><record>"));
    CHECK(says(content.begin()->second, "<dc:title>Wonen &amp; zorg</dc:title>"));
}

TEST_CASE("a second harvest asks from a day before the mark and keeps what did not change", "[harvest]") {
    RepositoryScene scene;
    scene.run();
    scene.repository.response_date = "2026-06-02T12:00:00Z";
    scene.repository.records[0] = {"oai:test:1", "2026-06-01T13:00:00Z", "Rapport 1, herzien"};
    scene.repository.records.push_back({"oai:test:8", "2026-05-31T23:00:00Z", "Laat verschenen"});
    const HarvestReport report = scene.run();
    REQUIRE(failure_of(report) == "geen");
    CHECK_FALSE(report.full);
    CHECK(report.changed == 1);
    CHECK(report.added == 1);
    CHECK(says(scene.server.requests().back(), "from=2026-05-31T12%3A00%3A00Z"));
    CHECK(scene.state().mark == "2026-06-02T12:00:00Z");
    CHECK(scene.state().last_full == "2026-06-01T12:00:00Z");
}

TEST_CASE("a repository that counts days is asked for days", "[harvest]") {
    RepositoryScene scene;
    scene.repository.counts_seconds = false;
    scene.source.from = "2026-01-01";
    scene.source.until = "2026-12-31";
    REQUIRE(failure_of(scene.run()) == "geen");
    REQUIRE(failure_of(scene.run()) == "geen");
    CHECK(says(scene.server.requests().back(), "from=2026-05-31&until=2026-12-31"));
}

TEST_CASE("nothing new is no failure", "[harvest]") {
    RepositoryScene scene;
    scene.run();
    scene.repository.response_date = "2026-07-01T00:00:00Z";
    scene.run();
    const HarvestReport report = scene.run();
    REQUIRE(failure_of(report) == "geen");
    CHECK(report.added + report.changed + report.unchanged == 0);
    CHECK(scene.identifiers().size() == 7);
}

TEST_CASE("an announced deletion takes the record out, whatever the policy", "[harvest]") {
    const std::string policy = GENERATE("persistent", "transient", "no");
    INFO(policy);
    RepositoryScene scene;
    scene.repository.deleted_records = policy;
    scene.run();
    scene.repository.records[2].deleted = true;
    scene.repository.records[2].datestamp = "2026-06-01T14:00:00Z";
    const HarvestReport report = scene.run();
    CHECK(report.deleted == 1);
    CHECK(report.deleted_identifiers == std::vector<std::string>{"oai:test:3"});
    CHECK(scene.identifiers().size() == 6);
    CHECK(notices_say(report, "meldt verwijderde records niet") == (policy != "persistent"));
}

TEST_CASE("a full harvest notices what vanished without a word", "[harvest]") {
    RepositoryScene scene(12);
    scene.repository.deleted_records = "no";
    scene.run();
    scene.repository.records.pop_back();
    CHECK(scene.run().deleted == 0);
    scene.options.full = true;
    const HarvestReport report = scene.run();
    CHECK(report.full);
    CHECK(report.deleted == 1);
    CHECK(scene.identifiers().size() == 11);
}

TEST_CASE("a full harvest keeps all when more than a fifth vanished, unless forced", "[harvest]") {
    RepositoryScene scene(12);
    scene.run();
    scene.repository.records.resize(9);
    scene.options.full = true;
    const HarvestReport braked = scene.run();
    CHECK(braked.deleted == 0);
    CHECK(notices_say(braked, "3 van de 12 records"));
    CHECK(scene.identifiers().size() == 12);
    scene.options.force = true;
    CHECK(scene.run().deleted == 3);
}

TEST_CASE("another selection begins anew and drops what does not belong to it", "[harvest]") {
    RepositoryScene scene(6);
    scene.run();
    scene.repository.records[5].set = "artikelen";
    scene.source.set = "rapporten";
    const HarvestReport report = scene.run();
    REQUIRE(failure_of(report) == "geen");
    CHECK(report.full);
    CHECK(report.deleted == 1);
    CHECK(scene.identifiers().size() == 5);
}

TEST_CASE("a set that does not exist is named", "[harvest]") {
    RepositoryScene scene;
    scene.source.set = "raporten";
    CHECK(says(failure_of(scene.run()), "de set “raporten” bestaat niet"));
    scene.repository.sets.clear();
    CHECK(says(failure_of(scene.run()), "deze bron kent geen sets"));
}

TEST_CASE("an error of the repository says what to do", "[harvest]") {
    RepositoryScene scene;
    scene.source.metadata_prefix = "mods";
    const HarvestReport report = scene.run();
    CHECK(says(failure_of(report), "cannotDisseminateFormat: uitleg"));
    CHECK(says(failure_of(report), "kies een ander metadata-formaat"));
    CHECK(scene.state().mark.empty());
}

TEST_CASE("a source that is to give nothing after a day is not asked for it", "[harvest]") {
    RepositoryScene scene;
    scene.source.until = "2026-03-31";
    REQUIRE(failure_of(scene.run()) == "geen");
    const std::size_t asked = scene.repository.asked;
    REQUIRE(failure_of(scene.run()) == "geen");
    CHECK(scene.repository.asked == asked + 1);  // only Identify
    CHECK(scene.identifiers().size() == 7);
}
