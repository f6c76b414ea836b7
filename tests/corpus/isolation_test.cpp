// Reading in a process of its own, with a real process: what a file does to its reader costs that file only.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "config/sanitized.hpp"
#include "corpus/isolation/isolated_reading.hpp"
#include "tests/corpus/archive_file.hpp"
#include "tests/paths.hpp"

using namespace schakel;
namespace fs = std::filesystem;

namespace {

constexpr bool memory_is_limited = !is_sanitized;
constexpr bool signals_are_raw = !is_sanitized;  // a sanitizer turns a crash into an exit status

constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;
constexpr IsolationLimits tight{1, 60, 128 * megabyte, 4 * megabyte};
constexpr IsolationLimits impatient{60, 3, 128 * megabyte, 4 * megabyte};

fs::path program_named(const char* variable) {
    const char* value = std::getenv(variable);
    if (value == nullptr) throw std::runtime_error(std::string{variable} + " is not set; run this test with ctest");
    return value;
}

std::vector<ReadRecord> read(const fs::path& program, const fs::path& file, const IsolationLimits& limits) {
    std::vector<ReadRecord> records;
    const SourceItem item{file, file.filename().string(), "text/plain", 12, 34};
    read_isolated(program, item, limits, [&](ReadRecord record) { records.push_back(std::move(record)); });
    return records;
}

/// What comes of a file with this name, read by the program that does what the name says.
std::vector<ReadRecord> misbehave(const std::string& deed, const IsolationLimits& limits = tight) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / (deed + ".txt");
    std::ofstream(file) << "the content";
    return read(program_named("MISBEHAVING_READER"), file, limits);
}

/// The error at the end, after the one record that came before it.
Error end_of(const std::string& deed, const IsolationLimits& limits = tight) {
    const std::vector<ReadRecord> records = misbehave(deed, limits);
    REQUIRE(records.size() == 2);
    CHECK(records[0].product->title == "before");
    REQUIRE_FALSE(records[1].product);
    CHECK(records[1].location == deed + ".txt");
    CHECK_FALSE(records[1].product.error().message.en.empty());
    CHECK_FALSE(records[1].product.error().hint.nl.empty());
    return records[1].product.error();
}

std::string message_of(const std::string& deed, const IsolationLimits& limits = tight) {
    return end_of(deed, limits).message.nl;
}

bool has_no_children() { return ::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD; }

}  // namespace

TEST_CASE("records of another process arrive in order", "[corpus][isolation]") {
    const std::vector<ReadRecord> records = misbehave("gives");
    REQUIRE(records.size() == 3);
    CHECK(records[0].product->title == "record 1");
    CHECK(records[2].location == "gives.txt:3");
    CHECK(has_no_children());
}

TEST_CASE("the reader gets the file itself", "[corpus][isolation]") {
    CHECK(misbehave("reads").at(0).product->title == "the content");
}

TEST_CASE("an archive can be unpacked without leaving the sandbox", "[corpus][isolation]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "unpacks.zip";
    std::ofstream(file, std::ios::binary) << pack(Packing::zip, {{"reïntegratie.txt", "Één", {}}, {"b.txt", "B", {}}});
    const std::vector<ReadRecord> records = read(program_named("MISBEHAVING_READER"), file, tight);
    REQUIRE(records.size() == 2);
    CHECK(records[0].location == "unpacks.zip/reïntegratie.txt");
    CHECK(records[0].product->title == "Één");
}

TEST_CASE("schakel-reader reads a file as its reader does", "[corpus][isolation]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "bron.txt";
    std::ofstream(file) << "Titel\n\nEen alinea.\n";
    const std::vector<ReadRecord> records = read(program_named("SCHAKEL_READER"), file, {});
    REQUIRE(records.size() == 1);
    CHECK(records[0].product->id == "292cbc4eca4749fd");
    CHECK(records[0].product->title == "Titel");
    CHECK(records[0].product->pages.at(0).text == "Titel\n\nEen alinea.");
}

TEST_CASE("a reader that does not stop is stopped", "[corpus][isolation]") {
    CHECK(message_of("computes") == "het lezen kostte meer dan 1 seconden rekentijd en is gestopt");
    CHECK(message_of("sleeps", impatient) == "het lezen duurde langer dan 3 seconden en is gestopt");
    CHECK(message_of("closes and sleeps", impatient) == "het lezen duurde langer dan 3 seconden en is gestopt");
    CHECK(has_no_children());
}

TEST_CASE("a reader that wants too much memory is stopped", "[corpus][isolation]") {
    if (!memory_is_limited) {
        WARN("skipped: with this sanitizer memory cannot be limited");
        return;
    }
    CHECK(message_of("allocates") == "het bestand heeft meer dan 128 MB geheugen nodig");
    CHECK(end_of("allocates").code == ErrorCode::unreadable);
}

TEST_CASE("a reader that gives too much is stopped", "[corpus][isolation]") {
    const std::vector<ReadRecord> records = misbehave("gives much");
    REQUIRE(records.size() == 4);
    CHECK(records.back().product.error().message.nl ==
          "het bestand levert meer dan 4 MB aan tekst op; het lezen is gestopt");
    CHECK(message_of("says a giant comes") == "het bestand levert meer dan 4 MB aan tekst op; het lezen is gestopt");
    CHECK(has_no_children());
}

TEST_CASE("a reader that crashes costs its file", "[corpus][isolation]") {
    CHECK(message_of("exits") == "de lezer is gestopt met een fout (code 7)");
    CHECK(end_of("throws").message.nl == "de lezer is vastgelopen op dit bestand (“no such glyph”)");
    if (!signals_are_raw) return;
    CHECK(message_of("aborts") == "de lezer is gestopt met een fout (signaal 6)");
    CHECK(message_of("faults") == "de lezer is gestopt met een fout (signaal 11)");
    CHECK(message_of("recurses") == "de lezer is gestopt met een fout (signaal 11)");
    CHECK(end_of("faults").code == ErrorCode::malformed);
}

TEST_CASE("a reader that is not to be believed costs its file", "[corpus][isolation]") {
    const std::string nonsense = "de lezer is gestopt met een fout (de lezer gaf een antwoord dat niet klopt)";
    CHECK(message_of("says nonsense") == nonsense);
    CHECK(message_of("breaks off") == "de lezer is gestopt met een fout (code 0)");
    for (const char* deed : {"gives nothing", "gives for another"}) {
        const std::vector<ReadRecord> records = misbehave(deed);
        REQUIRE(records.size() == 1);
        REQUIRE_FALSE(records[0].product);
        CHECK(records[0].product.error().message.nl == nonsense);
    }
}

TEST_CASE("a reader reaches nothing but its file", "[corpus][isolation]") {
    for (const char* deed :
         {"opens a socket", "opens a local socket", "creates a file", "opens to write", "opens to change", "truncates",
          "removes", "makes a folder", "makes memory a file", "forks", "runs a program", "kills", "traces"}) {
        INFO(deed);
        const std::vector<ReadRecord> records = misbehave(deed);
        REQUIRE(records.size() == 1);
        REQUIRE(records[0].product);
        CHECK(records[0].product->title == "refused");
    }
    CHECK_FALSE(fs::exists("/tmp/schakel-reader-was-here"));
}

TEST_CASE("a reader starts no threads", "[corpus][isolation]") {
    if (!signals_are_raw) return;  // sanitizers end a program whose thread cannot start
    CHECK(misbehave("starts a thread").at(0).product->title == "refused");
}

TEST_CASE("a reader reads no other files, where the kernel has Landlock", "[corpus][isolation]") {
    if (::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) < 0) {
        WARN("skipped: no Landlock here");
        return;
    }
    CHECK(misbehave("reads a secret").at(0).product->title == "refused");
}

TEST_CASE("what cannot be opened or started is an error", "[corpus][isolation]") {
    const TemporaryFolder folder;
    const auto no_file = read(program_named("SCHAKEL_READER"), folder.path() / "weg.txt", {});
    REQUIRE(no_file.size() == 1);
    CHECK(no_file[0].product.error().message.nl == "openen is mislukt (dit bestand of deze map bestaat niet)");
    std::ofstream(folder.path() / "bron.txt") << "T";
    const auto no_program = read(folder.path() / "schakel-reader", folder.path() / "bron.txt", {});
    REQUIRE(no_program.size() == 1);
    CHECK(no_program[0].product.error().code == ErrorCode::unreadable);
    CHECK(no_program[0].product.error().hint.nl == "schakel-reader hoort in de map van schakel-indexer te staan");
}

TEST_CASE("what is no file is an error, and not waited for", "[corpus][isolation]") {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "map.txt");
    REQUIRE(::mkfifo((folder.path() / "pijp.txt").c_str(), 0600) == 0);
    for (const char* name : {"map.txt", "pijp.txt"}) {
        const auto records = read(program_named("SCHAKEL_READER"), folder.path() / name, impatient);
        REQUIRE(records.size() == 1);
        REQUIRE_FALSE(records[0].product);
        CHECK(records[0].product.error().message.nl.find("seconden") == std::string::npos);
    }
}

TEST_CASE("an exception of the receiver passes through and leaves no process behind", "[corpus][isolation]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "sleeps.txt";
    std::ofstream(file) << "x";
    const SourceItem item{file, "sleeps.txt", {}, 0, 1};
    CHECK_THROWS_WITH(read_isolated(program_named("MISBEHAVING_READER"), item, tight,
                                    [](const ReadRecord&) { throw std::runtime_error("enough"); }),
                      "enough");
    CHECK(has_no_children());
}

TEST_CASE("the time of the receiver is not the reader's", "[corpus][isolation]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "gives.txt";
    std::ofstream(file) << "x";
    IsolationLimits limits = tight;
    limits.wall_seconds = 2;
    std::size_t sound = 0;
    read_isolated(program_named("MISBEHAVING_READER"), {file, "gives.txt", {}, 0, 1}, limits,
                  [&](const ReadRecord& record) {
                      std::this_thread::sleep_for(std::chrono::milliseconds(1000));
                      sound += record.product ? 1U : 0U;
                  });
    CHECK(sound == 3);
}

TEST_CASE("several files are read at once", "[corpus][isolation]") {
    REQUIRE_FALSE(program_named("MISBEHAVING_READER").empty());
    std::vector<std::size_t> counts(8);
    std::vector<std::thread> threads;
    for (std::size_t& count : counts)
        threads.emplace_back([&count] {
            for (int i = 0; i < 10; ++i) count += misbehave("gives").size();
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::size_t count : counts) CHECK(count == 30);
    CHECK(has_no_children());
}

TEST_CASE("the program is found beside this one", "[corpus][isolation]") {
    if (std::getenv("SCHAKEL_READER") != nullptr) CHECK(reader_program() == program_named("SCHAKEL_READER"));
    CHECK(reader_program().filename() == "schakel-reader");
}
