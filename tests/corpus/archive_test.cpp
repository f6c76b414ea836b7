// Archives: every file in them is read, and nothing that an archive may hold costs more than itself.
#include "corpus/readers/archive/archive.hpp"

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"
#include "tests/corpus/archive_file.hpp"
#include "tests/corpus/reading.hpp"
#include "tests/golden/golden.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

std::vector<ReadRecord> read(std::string_view bytes, const ArchiveLimits& limits = {}) {
    std::vector<ReadRecord> records;
    read_archive_within(limits, bytes, "bron.zip", [&](ReadRecord record) { records.push_back(std::move(record)); });
    return records;
}

std::vector<ReadRecord> read_packed(Packing packing, const std::vector<PackedEntry>& entries,
                                    const ArchiveLimits& limits = {}) {
    return read(pack(packing, entries), limits);
}

std::string line_of(const ReadRecord& record) {
    if (record.product) return record.location + ": " + record.product->title + '\n';
    Error error = record.product.error();
    if (error.hint.nl.starts_with("wel: "))
        error.hint = {};  // the formats that there are, which is not the matter here
    return record.location + ": fout " + std::string{row_of(error.code).name} + ": " + to_text(error, Language::dutch) +
           '\n';
}

std::string lines_of(const std::vector<ReadRecord>& records) {
    std::string lines;
    for (const ReadRecord& record : records) lines += line_of(record);
    if (!lines.empty()) lines.pop_back();
    return lines;
}

std::string message_of(const ReadRecord& record) { return record.product ? "" : record.product.error().message.nl; }

std::vector<PackedEntry> three_files() {
    return {{"een.txt", "Een\n\nTekst.", {}}, {"map/twee.md", "# Twee", {}}, {"drie.txt", std::string(5000, 'x'), {}}};
}

/// More than what libraries read ahead, packed too.
std::string text_that_packs_badly() {
    std::mt19937 chance{1};
    std::string text = "Titel\n\n";
    while (text.size() < 300'000) text += static_cast<char>('a' + chance() % 26);
    return text;
}

std::vector<PackedEntry> files(std::size_t count) {
    std::vector<PackedEntry> entries;
    for (std::size_t i = 0; i < count; ++i) entries.push_back({std::to_string(i) + ".txt", "Titel", {}});
    return entries;
}

void check_promises(std::string_view bytes) {
    const std::vector<ReadRecord> records = read(bytes);
    REQUIRE_FALSE(records.empty());
    for (const ReadRecord& record : records) {
        REQUIRE(record.location.starts_with("bron.zip"));
        REQUIRE_FALSE(first_invalid_utf8(record.location));
        if (!record.product) REQUIRE_FALSE(record.product.error().message.en.empty());
        if (!record.product) REQUIRE_FALSE(first_invalid_utf8(record.product.error().message.en));
    }
}

constexpr std::uint64_t megabyte = std::uint64_t{1} << 20U;

}  // namespace

TEST_CASE("archives are read as the golden cases say", "[corpus][archive][golden]") {
    CHECK_GOLDEN("corpus/archive", [](const std::string& input) {
        const std::vector<PackedEntry> entries = entries_in(with_bytes_decoded(input));
        const std::string from_zip = lines_of(read_packed(Packing::zip, entries));
        CHECK(lines_of(read_packed(Packing::tar_gz, entries)) == from_zip);
        CHECK(lines_of(read_packed(Packing::tar, entries)) == from_zip);
        return from_zip;
    });
}

TEST_CASE("archives are known by their names", "[corpus][archive]") {
    for (const char* name : {"a.zip", "a.tar", "a.tar.gz", "A.TGZ", "map.x/b.Tar.Gz"}) CHECK(is_archive(name));
    for (const char* name : {"a.gz", "zip", "a.zipx", "a.tar.bz2", ""}) CHECK_FALSE(is_archive(name));
}

TEST_CASE("an archive on disk is read as one in memory", "[corpus][archive]") {
    const TemporaryFolder folder;
    for (const Packing packing : {Packing::zip, Packing::stored_zip, Packing::tar, Packing::tar_gz}) {
        const std::string bytes = pack(packing, three_files());
        std::ofstream(folder.path() / "bron.zip", std::ios::binary) << bytes;
        std::vector<ReadRecord> records;
        read_archive({folder.path() / "bron.zip", "bron.zip", {}, 0, bytes.size()},
                     [&](ReadRecord record) { records.push_back(std::move(record)); });
        CHECK(records.size() == 3);
        CHECK(lines_of(records) == lines_of(read(bytes)));
    }
}

TEST_CASE("an archive that is gone is an error", "[corpus][archive]") {
    std::vector<ReadRecord> records;
    read_archive({"/nergens/bron.zip", "bron.zip", {}, 0, 1},
                 [&](ReadRecord record) { records.push_back(std::move(record)); });
    REQUIRE(records.size() == 1);
    CHECK(message_of(records[0]) == "het archief kan niet worden geopend");
}

TEST_CASE("the id of a file follows from its place in the archive", "[corpus][archive]") {
    const std::vector<ReadRecord> records = read_packed(Packing::zip, {{"a.txt", "T", {}}, {"b/a.txt", "T", {}}});
    REQUIRE(records.size() == 2);
    CHECK(records[0].product->id != records[1].product->id);
}

TEST_CASE("files with a password are refused one by one", "[corpus][archive]") {
    const std::vector<ReadRecord> records = read_packed(Packing::encrypted_zip, three_files());
    REQUIRE(records.size() == 3);
    for (const ReadRecord& record : records) CHECK(message_of(record) == "dit bestand is met een wachtwoord beveiligd");
}

TEST_CASE("an archive holds at most so many files", "[corpus][archive][faults]") {
    const std::vector<ReadRecord> records = read_packed(Packing::zip, files(5), {.entries = 3});
    REQUIRE(records.size() == 4);
    CHECK(records[3].location == "bron.zip");
    CHECK(message_of(records[3]) == "het archief bevat meer dan 3 bestanden; de rest is niet gelezen");
    CHECK(read_packed(Packing::zip, files(3), {.entries = 3}).size() == 3);
}

TEST_CASE("one file that is too large costs that file", "[corpus][archive][faults]") {
    const std::vector<PackedEntry> entries{{"a.txt", std::string(3 * megabyte, 'a'), {}}, {"b.txt", "Titel", {}}};
    for (const Packing packing : {Packing::zip, Packing::tar_gz}) {
        const std::vector<ReadRecord> records = read_packed(packing, entries, {.entry_bytes = 2 * megabyte});
        REQUIRE(records.size() == 2);
        CHECK(message_of(records[0]) == "uitgepakt is dit bestand groter dan 2 MB");
        CHECK(records[1].product->title == "Titel");
    }
}

TEST_CASE("an archive that is too large is read up to there", "[corpus][archive][faults]") {
    const std::vector<PackedEntry> entries{
        {"a.txt", "Titel", {}}, {"b.txt", std::string(3 * megabyte, 'a'), {}}, {"c.txt", "Titel", {}}};
    for (const Packing packing : {Packing::zip, Packing::tar_gz}) {
        const std::vector<ReadRecord> records = read_packed(packing, entries, {.total_bytes = 2 * megabyte});
        REQUIRE(records.size() == 2);
        CHECK(message_of(records[1]) == "uitgepakt is het archief groter dan 2 MB; de rest is niet gelezen");
    }
}

TEST_CASE("what is passed in a tar counts as unpacked", "[corpus][archive][faults]") {
    const std::vector<PackedEntry> entries{{"a.mp4", std::string(3 * megabyte, 'a'), {}}, {"c.txt", "Titel", {}}};
    CHECK(read_packed(Packing::zip, entries, {.total_bytes = 2 * megabyte}).size() == 2);
    const std::vector<ReadRecord> records = read_packed(Packing::tar_gz, entries, {.total_bytes = 2 * megabyte});
    REQUIRE(records.size() == 2);
    CHECK(message_of(records[1]) == "uitgepakt is het archief groter dan 2 MB; de rest is niet gelezen");
}

TEST_CASE("a file that grows beyond reason is refused", "[corpus][archive][faults]") {
    const std::vector<PackedEntry> entries{{"a.txt", std::string(40 * megabyte, 'a'), {}}, {"b.txt", "Titel", {}}};
    for (const Packing packing : {Packing::zip, Packing::tar_gz}) {
        const std::vector<ReadRecord> records = read_packed(packing, entries);
        REQUIRE(records.size() == 2);
        CHECK(message_of(records[0]) == "uitgepakt wordt dit bestand meer dan 200 keer zo groot; het is niet gelezen");
        CHECK(records[1].product->title == "Titel");
    }
}

TEST_CASE("archives inside archives share one budget", "[corpus][archive][faults]") {
    const std::string inner = pack(Packing::zip, {{"a.txt", std::string(megabyte, 'a'), {}}});
    std::vector<PackedEntry> entries;
    for (int i = 0; i < 10; ++i) entries.push_back({std::to_string(i) + ".zip", inner, {}});
    const std::vector<ReadRecord> records = read_packed(Packing::zip, entries, {.total_bytes = 5 * megabyte});
    REQUIRE(records.size() == 5);
    CHECK(records[4].location == "bron.zip/4.zip/a.txt");
    CHECK(message_of(records[4]) == "uitgepakt is het archief groter dan 5 MB; de rest is niet gelezen");
}

TEST_CASE("gzip in gzip is no archive", "[corpus][archive][faults]") {
    CHECK(message_of(read_packed(Packing::tar_gz_gz, three_files()).at(0)) == "dit is geen zip- of tar-archief");
    const std::string inside = pack(Packing::tar_gz, three_files());
    CHECK(read_packed(Packing::tar_gz, {{"a.tar.gz", inside, {}}}).size() == 3);
    CHECK(message_of(read("\x1F\x8B plainly not").at(0)) == "dit is geen zip- of tar-archief");
}

TEST_CASE("an archive cut off anywhere keeps the promises of a reader", "[corpus][archive][faults]") {
    for (const Packing packing : {Packing::zip, Packing::tar_gz, Packing::tar}) {
        const std::string bytes = pack(packing, three_files());
        for (std::size_t size = 0; size < bytes.size(); ++size) check_promises(std::string_view{bytes}.substr(0, size));
    }
}

TEST_CASE("an archive that breaks off gives what stands before", "[corpus][archive][faults]") {
    std::vector<PackedEntry> entries;
    for (const char* name : {"a.txt", "b.txt", "c.txt"}) entries.push_back({name, text_that_packs_badly(), {}});
    for (const Packing packing : {Packing::zip, Packing::tar_gz, Packing::tar}) {
        const std::string bytes = pack(packing, entries);
        const std::vector<ReadRecord> records = read(std::string_view{bytes}.substr(0, bytes.size() * 9 / 10));
        REQUIRE(records.size() == 3);
        CHECK(records[0].product);
        CHECK(records[1].product);
        CHECK(records[2].location == "bron.zip/c.txt");
        CHECK(message_of(records[2]) == "het archief is vanaf hier beschadigd; wat ervoor staat, is gelezen");
    }
}

TEST_CASE("a damaged file costs that file", "[corpus][archive][faults]") {
    std::string bytes = pack(Packing::stored_zip, three_files());
    bytes[bytes.find("Tekst.")] = 't';
    const std::vector<ReadRecord> records = read(bytes);
    REQUIRE(records.size() == 3);
    CHECK(records[0].location == "bron.zip/een.txt");
    CHECK(message_of(records[0]) ==
          "dit bestand kan niet worden uitgepakt: het is beschadigd of op een onbekende manier ingepakt");
    CHECK(records[1].product->title == "Twee");
}

TEST_CASE("an archive with anything in it changed keeps the promises of a reader", "[corpus][archive][property]") {
    rc::prop("changed bytes", [] {
        const auto packing = *rc::gen::element(Packing::zip, Packing::stored_zip, Packing::tar, Packing::tar_gz);
        std::string bytes = pack(packing, three_files());
        const auto at = rc::gen::inRange<std::size_t>(0, bytes.size());
        for (const auto& [place, byte] : *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
                 rc::gen::pair(at, rc::gen::arbitrary<char>())))
            bytes[place] = byte;
        check_promises(bytes);
    });
}
