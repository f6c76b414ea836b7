// Files that are read before their turn, with real processes: the same records in the same order, and nothing is left running.
#include "corpus/reading_ahead.hpp"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <sys/wait.h>

#include <catch2/catch.hpp>

#include "corpus/reader_registry.hpp"
#include "tests/paths.hpp"

using namespace schakel;
namespace fs = std::filesystem;

namespace {

using Titles = std::vector<std::string>;

/// Markdown files, which are read by a process, each with its number as its title.
class NumberedFiles {
public:
    explicit NumberedFiles(int count) {
        for (int number = 1; number <= count; ++number) {
            const std::string name = std::to_string(number) + ".md";
            const fs::path file = folder_.path() / name;
            std::ofstream(file) << "# Nummer " << number << "\n\n"
                                << std::string(100 * static_cast<std::size_t>(number), 'a') << '\n';
            items_.push_back({.path = file, .uri = name, .size = fs::file_size(file)});
        }
    }

    const std::vector<SourceItem>& items() const { return items_; }

private:
    TemporaryFolder folder_;
    std::vector<SourceItem> items_;
};

RecordSink titles_into(Titles& titles) {
    return [&titles](const ReadRecord& record) { titles.push_back(record.product ? record.product->title : "fout"); };
}

std::vector<std::unique_ptr<AwaitedFile>> begin_all(ReadingAhead& ahead, const NumberedFiles& files) {
    std::vector<std::unique_ptr<AwaitedFile>> begun;
    for (const SourceItem& item : files.items()) begun.push_back(ahead.begin(item));
    return begun;
}

bool has_no_children() { return ::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD; }

ReadRecord record_of(std::size_t bytes) {
    KnowledgeProduct product;
    product.pages.push_back({1, std::string(bytes, 'a')});
    return {"bron", std::move(product), {}};
}

}  // namespace

TEST_CASE("files that are read ahead give what reading them one by one gives", "[corpus][isolation]") {
    const NumberedFiles files(12);
    Titles one_by_one;
    for (const SourceItem& item : files.items()) read_item(item, titles_into(one_by_one));
    REQUIRE(one_by_one.front() == "Nummer 1");
    for (const int readers : {1, 3}) {
        Titles ahead_of_turn;
        ReadingAhead ahead({}, readers);
        for (const auto& file : begin_all(ahead, files)) file->give_to(titles_into(ahead_of_turn));
        CHECK(ahead_of_turn == one_by_one);
    }
    CHECK(has_no_children());
}

TEST_CASE("files that nobody asks for are abandoned", "[corpus][isolation]") {
    const NumberedFiles files(12);
    Titles titles;
    {
        ReadingAhead ahead({}, 3);
        const auto begun = begin_all(ahead, files);
        begun.front()->give_to(titles_into(titles));
    }
    CHECK(titles == Titles{"Nummer 1"});
    CHECK(has_no_children());
}

TEST_CASE("an exception of the sink leaves the other files as they are", "[corpus][isolation]") {
    const NumberedFiles files(2);
    ReadingAhead ahead({}, 2);
    const auto begun = begin_all(ahead, files);
    CHECK_THROWS_AS(begun[0]->give_to([](const ReadRecord&) { throw std::runtime_error("vol"); }), std::runtime_error);
    Titles titles;
    begun[1]->give_to(titles_into(titles));
    CHECK(titles == Titles{"Nummer 2"});
}

TEST_CASE("the limits of a curator hold for files that are read ahead", "[corpus][isolation]") {
    const NumberedFiles files(1);
    ReadingAhead ahead({.file = {.file_bytes = 20}}, 1);
    std::vector<ReadRecord> records;
    ahead.begin(files.items()[0])->give_to([&](ReadRecord record) { records.push_back(std::move(record)); });
    REQUIRE(records.size() == 1);
    REQUIRE_FALSE(records[0].product);
    CHECK(records[0].product.error().code == ErrorCode::unreadable);
    CHECK(records[0].product.error().message.nl == "het bestand is te groot: 0 MB, het grootste is 0 MB");
}

TEST_CASE("who gives much waits until it is taken", "[corpus][isolation]") {
    constexpr std::size_t large = std::size_t{5} << 20U;
    RecordBuffer buffer;
    std::atomic<int> given = 0;
    std::jthread giver([&] {
        for (int i = 0; i < 3; ++i, ++given) buffer.put(record_of(large));
        buffer.end();
    });
    while (given < 2) std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK(given == 2);
    int taken = 0;
    buffer.give_all_to([&](const ReadRecord&) { ++taken; });
    CHECK(taken == 3);
}

TEST_CASE("a record larger than all that may wait passes", "[corpus][isolation]") {
    RecordBuffer buffer;
    buffer.put(record_of(std::size_t{20} << 20U));
    buffer.end();
    int taken = 0;
    buffer.give_all_to([&](const ReadRecord&) { ++taken; });
    CHECK(taken == 1);
}

TEST_CASE("a giver hears that nobody wants its records, a taker what went wrong", "[corpus][isolation]") {
    RecordBuffer abandoned;
    abandoned.abandon();
    CHECK(abandoned.is_abandoned());
    CHECK_THROWS_AS(abandoned.put(record_of(1)), RecordBuffer::Abandoned);

    RecordBuffer failed;
    failed.put(record_of(1));
    failed.end(std::make_exception_ptr(std::runtime_error("stuk")));
    int taken = 0;
    CHECK_THROWS_WITH(failed.give_all_to([&](const ReadRecord&) { ++taken; }), "stuk");
    CHECK(taken == 1);
}
