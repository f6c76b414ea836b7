#include "config/index/record_dates.hpp"

#include <map>
#include <thread>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "config/utc_time.hpp"
#include "indexer/build.hpp"
#include "indexer/document_builder.hpp"
#include "indexer/generations.hpp"
#include "indexer/live_products.hpp"
#include "indexer/record_versions.hpp"
#include "tests/indexer/source_folder.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

using Times = std::map<std::string, std::string>;  // id → time

std::string line(std::string_view id, std::string_view title) {
    return fmt::format(R"({{"id":"{}","titel":"{}"}})", id, title) + '\n';
}

/// A source and its index, with what a curator does to them.
struct Corpus {
    SourceFolder source;
    TemporaryFolder index;

    void build(bool publish = true) const {
        RunReport report;
        REQUIRE(schakel::build(
            {.sources = source.sources(), .index = index.path(), .threads = 2, .force = true, .publish = publish},
            sample_installation(), report));
    }

    void update() const {
        RunReport report;
        REQUIRE(schakel::update({.index = index.path(), .threads = 2, .force = true}, sample_installation(), report));
    }

    void make_live(std::uint32_t generation) const {
        REQUIRE(schakel::make_live(index.path(), generation, sample_installation()));
    }

    /// Since when the products are as they are, as an answer tells.
    Times changed() const {
        Times times;
        REQUIRE(visit_live_products(index.path(), [&](const LiveProduct& product) {
            times[product.record.id] = product.record.changed;
            return true;
        }));
        return times;
    }

    /// The same as others harvest them; deleted ones with a hyphen in front.
    Times harvested() const {
        Times times;
        const RecordDates dates = read_record_dates(index.path()).value();
        for (const RecordDate& date : dates.records) times[date.id] = (date.deleted ? "-" : "") + utc_time(date.since);
        return times;
    }
};

/// Until the clock shows another second.
void wait_a_second() { std::this_thread::sleep_for(std::chrono::milliseconds(1010)); }

struct ThreeProducts : Corpus {
    ThreeProducts() {
        source.write("a.jsonl", line("a", "Blijft") + line("b", "Eerst") + line("c", "Gaat weg"));
        build();
    }
};

void change(const Corpus& corpus) {
    corpus.source.write("a.jsonl", line("a", "Blijft") + line("b", "Daarna") + line("d", "Nieuw"));
}

/// What has to hold after `change`, by `build` and `update` alike.
void check_changed(const Corpus& corpus, const Times& shown, const Times& harvested) {
    const Times shown_now = corpus.changed();
    CHECK(shown_now.at("a") == shown.at("a"));
    CHECK(shown_now.at("b") > shown.at("b"));
    CHECK(shown_now.at("d") == shown_now.at("b"));
    const Times harvested_now = corpus.harvested();
    CHECK(harvested_now.at("a") == harvested.at("a"));
    CHECK(harvested_now.at("b") > harvested.at("b"));
    CHECK(harvested_now.at("c") == "-" + harvested_now.at("b"));
    CHECK(harvested_now.at("d") == harvested_now.at("b"));
}

IndexDocument document(const KnowledgeProduct& product) {
    return DocumentBuilder(sample_installation()).build(product);
}

}  // namespace

TEST_CASE("a full build keeps the times of what it finds as it was") {
    const ThreeProducts corpus;
    const Times shown = corpus.changed();
    const Times harvested = corpus.harvested();
    CHECK(parse_utc_time(shown.at("a")));
    wait_a_second();
    change(corpus);
    corpus.build();
    check_changed(corpus, shown, harvested);
}

TEST_CASE("an update keeps the times of what it takes over") {
    const ThreeProducts corpus;
    const Times shown = corpus.changed();
    const Times harvested = corpus.harvested();
    wait_a_second();
    change(corpus);
    corpus.update();
    check_changed(corpus, shown, harvested);
    const Times again = corpus.harvested();
    corpus.update();
    CHECK(corpus.harvested() == again);
}

TEST_CASE("a segment that is written anew changes no time") {
    const ThreeProducts corpus;
    Installation installation = sample_installation();
    installation.settings.index.most_deleted = 0;
    corpus.source.write("a.jsonl", line("a", "Blijft") + line("b", "Eerst"));
    corpus.update();
    const Times shown = corpus.changed();
    const Times harvested = corpus.harvested();
    wait_a_second();
    REQUIRE(rewrite_worn_segments({.index = corpus.index.path(), .threads = 1}, installation).value());
    CHECK(corpus.changed() == shown);
    CHECK(corpus.harvested() == harvested);
}

TEST_CASE("to go back and forth between generations dates what differs, and only that") {
    const ThreeProducts corpus;
    const Times first = corpus.harvested();
    change(corpus);
    wait_a_second();
    corpus.build();
    const Times second = corpus.harvested();
    wait_a_second();
    corpus.make_live(1);
    const Times back = corpus.harvested();
    CHECK(back.at("a") == first.at("a"));
    CHECK(back.at("b") > second.at("b"));
    CHECK(back.at("c") == back.at("b"));
    CHECK(back.at("d") == "-" + back.at("b"));
}

TEST_CASE("a generation that waits to be published changes no dates, and is dated when it is") {
    const ThreeProducts corpus;
    const Times before = corpus.harvested();
    change(corpus);
    corpus.build(false);
    CHECK(corpus.harvested() == before);
    wait_a_second();
    corpus.make_live(2);
    CHECK(corpus.harvested().at("c").front() == '-');
}

TEST_CASE("dates that a crash left behind are brought in line by the next run") {
    const ThreeProducts corpus;
    std::filesystem::remove(corpus.index.path() / record_dates_name);
    corpus.update();
    CHECK(corpus.harvested().size() == 3);
    CHECK(read_record_dates(corpus.index.path())->generation == 1);
}

TEST_CASE("another version is what others would see as another product") {
    KnowledgeProduct product;
    product.id = "a";
    product.title = "Titel";
    product.themes = {{"eenzaamheid", Provenance::given}};
    product.pages = {{1, "Tekst."}};
    const Installation& installation = sample_installation();
    const std::uint64_t version = version_of(document(product), installation);
    CHECK(version_of(document(product), installation) == version);
    IndexDocument later = document(product);
    later.record.changed = "2026-11-22T10:00:00Z";
    CHECK(version_of(later, installation) == version);
    const auto differs = [&](auto&& alter) {
        KnowledgeProduct other = product;
        alter(other);
        return version_of(document(other), installation) != version;
    };
    CHECK(differs([](KnowledgeProduct& other) { other.title = "Titels"; }));
    CHECK(differs([](KnowledgeProduct& other) { other.year = 2019; }));
    CHECK(differs([](KnowledgeProduct& other) { other.themes[0].provenance = Provenance::assigned; }));
    CHECK(differs([](KnowledgeProduct& other) { other.pages[0].text = "Andere tekst."; }));
    CHECK(differs([](KnowledgeProduct& other) { other.rights.show_text = false; }));
    CHECK(differs([](KnowledgeProduct& other) { std::swap(other.note, other.title); }));
    CHECK(differs([](KnowledgeProduct& other) { other.files.push_back({"https://voorbeeld.example/a.pdf", ""}); }));
}

}  // namespace schakel
