#include "searchd/query_log/query_log.hpp"

#include <atomic>
#include <fstream>
#include <sstream>
#include <thread>

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

namespace schakel {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// A log in a folder of its own, on a day that the test decides.
struct Logged {
    explicit Logged(QueryLog::Options given = {}) : options(std::move(given)) {
        options.file = folder.path() / "zoekvragen.sqlite";
        options.today = [this] { return sys_days(days(day.load())); };
        log = open();
    }

    std::unique_ptr<QueryLog> open() const {
        auto opened = QueryLog::open(options);
        REQUIRE(opened);
        return std::move(*opened);
    }

    void ask(const std::string& text, std::uint64_t results, std::vector<std::string> filters = {}) const {
        log->record({.text = text, .results = results, .filters = std::move(filters)});
        log->flush();
    }

    /// On so many days, of which today is the last.
    void ask_daily(const std::string& text, std::uint64_t results, int times) {
        for (int i = 0; i < times; ++i) {
            if (i > 0) ++day;
            ask(text, results);
        }
    }

    TemporaryFolder folder;
    std::atomic<int> day = 20'000;
    QueryLog::Options options;
    std::unique_ptr<QueryLog> log;
};

std::string texts(const Result<std::vector<FrequentQuery>>& queries) {
    REQUIRE(queries);
    std::string all;
    for (const FrequentQuery& query : *queries) all += query.text + '\n';
    return all;
}

std::string bytes_of(const std::filesystem::path& folder) {
    std::ostringstream all;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) all << std::ifstream(entry.path()).rdbuf();
    return all.str();
}

TEST_CASE("a question is frequent when it was answered on enough days, as most people typed it") {
    Logged logged;
    logged.ask_daily("wijkteams", 7, 3);
    logged.ask("Wijkteams ", 8);
    logged.ask("Wijkteams", 8);
    logged.ask("Wijkteams", 9);
    logged.ask("Wijkteams", 9);
    logged.ask("mantelzorg", 3);  // on one day only
    for (int i = 0; i < 5; ++i) logged.ask("mantelzorg", 3);
    CHECK(*logged.log->frequent(3, 10) == std::vector<FrequentQuery>{{"Wijkteams", 9, 3}});
    CHECK(texts(logged.log->frequent(1, 10)) == "Wijkteams\nmantelzorg\n");
    CHECK(texts(logged.log->frequent(1, 1)) == "Wijkteams\n");
    CHECK(texts(logged.log->frequent(4, 10)).empty());
}

TEST_CASE("an unanswered or filtered question is not frequent") {
    Logged logged;
    logged.ask_daily("droogte", 0, 4);
    for (int i = 0; i < 4; ++i, ++logged.day) logged.ask("eenzaamheid", 5, {"thema=eenzaamheid"});
    CHECK(texts(logged.log->frequent(2, 10)).empty());
}

TEST_CASE("a question that has no answer any more is not suggested") {
    Logged logged;
    logged.ask_daily("wijkteams", 3, 3);
    ++logged.day;
    logged.ask("wijkteams", 0);
    CHECK(texts(logged.log->frequent(1, 10)).empty());
    ++logged.day;
    logged.ask("wijkteams", 1);
    CHECK(texts(logged.log->frequent(4, 10)) == "wijkteams\n");
}

TEST_CASE("what nobody found, for a curator") {
    Logged logged;
    logged.ask_daily("droogte", 0, 2);
    logged.ask("Bodemdaling", 0);
    logged.ask("bodemdaling", 0);
    logged.ask("bodemdaling", 0);
    logged.ask("wijkteams", 0, {"regio=GM0153"});  // the filter is why
    CHECK(*logged.log->unanswered(10) == std::vector<UnansweredQuery>{{"droogte", 2, 2}, {"bodemdaling", 1, 3}});
    CHECK(logged.log->unanswered(1)->size() == 1);
}

TEST_CASE("questions are kept as long as told, and then nothing of them is left in the file") {
    Logged logged({.keep_days = 30});
    logged.ask("overwegend vertrouwelijk", 3);
    logged.day += 29;
    logged.ask("wijkteams", 3);
    CHECK(texts(logged.log->frequent(1, 10)) == "overwegend vertrouwelijk\nwijkteams\n");
    ++logged.day;
    logged.ask("mantelzorg", 3);
    CHECK(texts(logged.log->frequent(1, 10)) == "mantelzorg\nwijkteams\n");
    logged.log.reset();
    CHECK(bytes_of(logged.folder.path()).find("vertrouwelijk") == std::string::npos);
    CHECK(bytes_of(logged.folder.path()).find("wijkteams") != std::string::npos);
}

TEST_CASE("personal and empty questions are not kept, nor who asked and when") {
    Logged logged;
    logged.ask("bel 0612345678", 3);
    logged.ask("  ", 3);
    logged.ask("wijkteams", 3, {"thema=b", "regio=a"});
    CHECK(texts(logged.log->frequent(1, 10)).empty());
    logged.log.reset();
    const std::string bytes = bytes_of(logged.folder.path());
    CHECK(bytes.find("0612345678") == std::string::npos);
    CHECK(bytes.find("regio=a thema=b") != std::string::npos);
}

TEST_CASE("questions outlive the program, also those that were still waiting") {
    Logged logged;
    for (int i = 0; i < 200; ++i) logged.log->record({.text = "vraag " + std::to_string(i), .results = 1});
    logged.log.reset();
    logged.log = logged.open();
    CHECK(logged.log->frequent(1, 1'000)->size() == 200);
    CHECK(logged.log->dropped() == 0);
}

TEST_CASE("a full queue drops questions and counts them, without waiting") {
    std::atomic<bool> go = false;
    TemporaryFolder folder;
    std::uint64_t dropped = 0;
    {
        auto log = QueryLog::open({.file = folder.path() / "log", .most_waiting = 10, .today = [&] {
                                       while (!go) std::this_thread::yield();
                                       return sys_days(days(20'000));
                                   }});
        REQUIRE(log);
        for (int i = 0; i < 100; ++i) (*log)->record({.text = "vraag " + std::to_string(i), .results = 1});
        dropped = (*log)->dropped();
        go = true;
        (*log)->flush();
        CHECK((*log)->frequent(1, 1'000)->size() == 100 - dropped);
    }
    CHECK(dropped >= 80);  // ten wait, and at most ten are being written
    CHECK(dropped <= 90);
}

TEST_CASE("many threads may ask at once") {
    Logged logged({.most_waiting = 100'000});
    std::vector<std::thread> threads;
    for (int number = 0; number < 4; ++number)
        threads.emplace_back([&] {
            for (int i = 0; i < 500; ++i) logged.log->record({.text = "wijkteams", .results = 1});
        });
    for (std::thread& thread : threads) thread.join();
    logged.log->flush();
    CHECK(logged.log->dropped() == 0);
    CHECK(texts(logged.log->frequent(1, 10)) == "wijkteams\n");
}

TEST_CASE("a file that is no log of ours is refused and left alone") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "zoekvragen.sqlite";
    const std::string other(5'000, 'x');
    std::ofstream(file) << other;
    const auto opened = QueryLog::open({.file = file});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::unreadable);
    CHECK(opened.error().message.nl ==
          "Het bestand met zoekvragen " + file.string() + " is niet te gebruiken: het is geen bestand van SQLite.");
    std::ostringstream left;
    left << std::ifstream(file).rdbuf();
    CHECK(left.str() == other);
}

TEST_CASE("a folder that does not exist is told at once") {
    CHECK(QueryLog::open({.file = "/bestaat/niet/zoekvragen.sqlite"}).error().code == ErrorCode::io);
}

TEST_CASE("a file that is damaged while it is used costs questions, not the program") {
    Logged logged;
    logged.ask_daily("wijkteams", 3, 3);
    for (const auto& entry : std::filesystem::directory_iterator(logged.folder.path()))
        std::ofstream(entry.path(), std::ios::trunc) << std::string(20'000, 'x');
    logged.ask("mantelzorg", 3);
    logged.ask("eenzaamheid", 3);
    CHECK(logged.log->dropped() == 2);
    CHECK_FALSE(logged.log->frequent(1, 10));
}

TEST_CASE("other users cannot read what was asked") {
    Logged logged;
    logged.ask("wijkteams", 3);
    for (const auto& entry : std::filesystem::directory_iterator(logged.folder.path())) {
        INFO(entry.path());
        CHECK((entry.status().permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
    }
}

}  // namespace
}  // namespace schakel
