#include "searchd/access/key_file.hpp"

#include <chrono>
#include <fstream>
#include <thread>

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "config/file.hpp"
#include "searchd/access/key_ring.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

ApiKey key_named(const std::string& name, const std::string& key = "iets") {
    return {.name = name, .hash = key_hash(key), .since = "2026-01-31"};
}

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

const std::string heading = "naam\thash\tperMinuut\twebsites\tsinds\n";

}  // namespace

TEST_CASE("the hash of a key is SHA-256") {
    // The example of FIPS 180-2, appendix B.1.
    CHECK(key_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("keys are long, and never the same") {
    const auto one = new_key();
    const auto other = new_key();
    REQUIRE((one && other));
    CHECK(*one != *other);
    CHECK(one->size() == 72);
    CHECK(one->starts_with("schakel_"));
}

TEST_CASE("a key is known by its hash alone") {
    const auto key = new_key();
    REQUIRE(key);
    const KeySet keys({key_named("een", "x"), key_named("twee", *key)});
    REQUIRE(keys.find(*key) != nullptr);
    CHECK(keys.find(*key)->name == "twee");
    CHECK(keys.find("x") == nullptr);  // a key of a length that we never gave
    CHECK(keys.find(key_hash(*key)) == nullptr);
    std::string nearly = *key;
    nearly.back() = nearly.back() == '0' ? '1' : '0';
    CHECK(keys.find(nearly) == nullptr);
    CHECK(keys.find("") == nullptr);
}

TEST_CASE("a key that is added is read back, and gone when it is removed") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "sleutels.tsv";
    CHECK(read_keys(file)->empty());
    ApiKey key = key_named("Gemeente Voorbeeld");
    key.per_minute = 1200;
    key.origins = OriginList::parse("https://www.gemeente.example https://a.example").value();
    REQUIRE(add_key(file, key));
    REQUIRE(add_key(file, key_named("tweede")));
    const auto keys = read_keys(file);
    REQUIRE(keys);
    REQUIRE(keys->size() == 2);
    CHECK(keys->at(0).name == key.name);
    CHECK(keys->at(0).hash == key.hash);
    CHECK(keys->at(0).per_minute == 1200);
    CHECK(keys->at(0).origins.text() == key.origins.text());
    CHECK(keys->at(0).since == "2026-01-31");
    CHECK_FALSE(keys->at(1).per_minute);
    CHECK(keys->at(1).origins.empty());
    REQUIRE(remove_key(file, "Gemeente Voorbeeld"));
    REQUIRE(read_keys(file)->size() == 1);
    CHECK(read_keys(file)->at(0).name == "tweede");
}

TEST_CASE("only its owner may read the file, and no draft of it stays") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "sleutels.tsv";
    REQUIRE(add_key(file, key_named("een")));
    REQUIRE(add_key(file, key_named("twee")));
    struct stat status{};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("remarks stay, also behind a last line without its end") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "sleutels.tsv";
    write(file, "# van ons\n" + heading + "een\t" + key_hash("1") + "\n# verloopt in maart\ntwee\t" + key_hash("2"));
    REQUIRE(add_key(file, key_named("drie")));
    REQUIRE(remove_key(file, "twee"));
    CHECK(*read_file(file) == "# van ons\n" + heading + "een\t" + key_hash("1") + "\n# verloopt in maart\ndrie\t" +
                                  key_hash("iets") + "\t\t\t2026-01-31\n");
    REQUIRE(remove_key(file, "drie"));
    REQUIRE(remove_key(file, "een"));
    CHECK(*read_file(file) == "# van ons\n" + heading + "# verloopt in maart\n");
    CHECK(read_keys(file)->empty());
}

TEST_CASE("a name is taken once, and can be said") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "sleutels.tsv";
    REQUIRE(add_key(file, key_named("een")));
    CHECK(add_key(file, key_named("een")).error().code == ErrorCode::usage);
    for (const std::string& name : {std::string(), std::string("a\tb"), std::string("a\nb"), std::string("#a"),
                                    std::string(" a"), std::string(101, 'a')}) {
        INFO(name);
        CHECK(add_key(file, key_named(name)).error().code == ErrorCode::usage);
    }
    CHECK(remove_key(file, "nee").error().code == ErrorCode::usage);
    CHECK(read_keys(file)->size() == 1);
}

TEST_CASE("a line that is wrong is named") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "sleutels.tsv";
    const std::string hash = key_hash("1");
    for (const std::string& line : std::vector<std::string>{
             "een\tkort", "een\t" + hash.substr(1) + "G", "een\t" + hash + "\tveel", "een\t" + hash + "\t-1",
             "een\t" + hash + "\t10\twww.a.example", "een", "goed\t" + hash, "een\t" + hash + "\t1\t\t2026\tmeer"}) {
        INFO(line);
        write(file, heading + "goed\t" + hash + "\n" + line + "\n");
        const auto keys = read_keys(file);
        REQUIRE_FALSE(keys);
        CHECK(keys.error().code == ErrorCode::config_invalid);
        CHECK(keys.error().message.nl.find("sleutels.tsv:3") != std::string::npos);
        CHECK_FALSE(add_key(file, key_named("nieuw")));  // what cannot be read is not rewritten
    }
}

TEST_CASE("programs that add keys at the same time lose none") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "sleutels.tsv";
    std::vector<std::thread> programs;
    for (int i = 0; i < 8; ++i)
        programs.emplace_back([&, i] {
            for (int j = 0; j < 5; ++j) (void)add_key(file, key_named(std::to_string(i) + '-' + std::to_string(j)));
        });
    for (std::thread& program : programs) program.join();
    CHECK(read_keys(file)->size() == 40);
}

TEST_CASE("a change of the file holds a second later, and a mistake in it changes nothing") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "sleutels.tsv";
    const auto ring = KeyRing::open(file);
    REQUIRE(ring);
    const auto key = new_key();
    REQUIRE(key);
    REQUIRE(add_key(file, key_named("een", *key)));
    const auto wait = [] { std::this_thread::sleep_for(std::chrono::milliseconds(1100)); };
    wait();
    CHECK((*ring)->keys()->find(*key) != nullptr);
    write(file, "niet wat het moet zijn\n");
    wait();
    CHECK((*ring)->keys()->find(*key) != nullptr);
    std::filesystem::remove(file);
    wait();
    CHECK((*ring)->keys()->find(*key) == nullptr);
}

TEST_CASE("a file of keys that is wrong at the start is an error; without one there are no keys") {
    const TemporaryFolder folder;
    write(folder.path() / "sleutels.tsv", "wat?\n");
    CHECK_FALSE(KeyRing::open(folder.path() / "sleutels.tsv"));
    CHECK(KeyRing::open(""));
}
