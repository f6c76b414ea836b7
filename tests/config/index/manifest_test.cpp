#include "config/index/manifest.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"

namespace schakel {
namespace {

IndexManifest sample_manifest() {
    return {schema_version,
            "nl-1-abc",
            "vocabulary-1",
            "regions-1",
            "2026-11-22T10:00:00Z",
            3,
            120,
            {{"seg-0000", 5, {{"a.bin", 4, "0011"}}, 2, "2200"}}};
}

const IndexIdentity identity{"nl-1-abc", "vocabulary-1", "regions-1"};

/// The error both as it reads and with its repair.
void check_mismatch(const IndexManifest& manifest, std::string_view nl, std::string_view en) {
    const auto fits = check_compatible(manifest, identity);
    REQUIRE_FALSE(fits);
    CHECK(fits.error().code == ErrorCode::index_mismatch);
    CHECK(fits.error().message.nl == nl);
    CHECK(fits.error().message.en == en);
    CHECK(fits.error().hint.nl.find("schakel-indexer build --source <map> --index <map>") != std::string::npos);
    CHECK(fits.error().hint.en.find("schakel-indexer build --source <folder> --index <folder>") != std::string::npos);
}

/// A generation of one segment with two files, one of them in a folder of its own and one empty.
struct Generation {
    TemporaryFolder folder;
    std::filesystem::path segment = folder.path() / "seg-0000";
    IndexManifest manifest;

    Generation() {
        std::filesystem::create_directories(segment / "sub");
        write_bytes(segment / "columns.bin", "kolommen");
        write_bytes(segment / "sub" / "empty", "");
        manifest = sample_manifest();
        manifest.segments = {describe_segment(segment, 3).value()};
    }

    std::string verdict(bool contents) const {
        const auto verified = verify_files(folder.path(), manifest, contents);
        if (verified) return "";
        CHECK(verified.error().code == ErrorCode::index_corrupt);
        CHECK_FALSE(verified.error().hint.empty());
        return verified.error().message.nl;
    }
};

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a manifest comes back from the file as it was") {
    const TemporaryFolder folder;
    REQUIRE(write_manifest(folder.path(), sample_manifest()));
    const auto found = read_manifest(folder.path());
    REQUIRE(found);
    CHECK(found->schema == schema_version);
    CHECK(found->analysis_fingerprint == "nl-1-abc");
    CHECK(found->vocabulary_version == "vocabulary-1");
    CHECK(found->region_version == "regions-1");
    CHECK(found->built_at == "2026-11-22T10:00:00Z");
    CHECK(found->products == 3);
    CHECK(found->words == 120);
    REQUIRE(found->segments.size() == 1);
    CHECK(found->segments[0].name == "seg-0000");
    CHECK(found->segments[0].products == 5);
    REQUIRE(found->segments[0].files.size() == 1);
    CHECK(found->segments[0].files[0].name == "a.bin");
    CHECK(found->segments[0].files[0].size == 4);
    CHECK(found->segments[0].files[0].xxh3 == "0011");
    CHECK(found->segments[0].deleted == 2);
    CHECK(found->segments[0].tombstones == "2200");
}

TEST_CASE("a manifest that is missing, of another version or damaged says so") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "manifest.json";
    const auto code = [&] { return read_manifest(folder.path()).error().code; };
    CHECK(code() == ErrorCode::index_missing);
    REQUIRE(write_manifest(folder.path(), sample_manifest()));
    SECTION("truncated anywhere") {
        const std::size_t whole = bytes_of(path).size();
        for_each_truncation(path, [&](std::size_t size) {
            INFO(size << " bytes left");
            if (size + 1 < whole) CHECK(code() == ErrorCode::index_corrupt);  // the last byte is a line end
        });
    }
    SECTION("of another version") {
        write_bytes(path, R"({"schema": 999})");
        const Error error = read_manifest(folder.path()).error();
        CHECK(error.code == ErrorCode::index_mismatch);
        CHECK(
            error.message.nl ==
            fmt::format("De index is gemaakt met indexversie 999; dit programma gebruikt versie {}.", schema_version));
        CHECK(contains(error.hint.nl, "schakel-indexer build"));
    }
    SECTION("of another kind") {
        const std::string bare = fmt::format(R"({{"schema": {}}})", schema_version);
        for (const std::string& text :
             {std::string("[]"), std::string("null"), std::string("3"), std::string(R"({"schema": "een"})"), bare,
              std::string("\xFF"), std::string("{}")}) {
            INFO(text);
            write_bytes(path, text);
            CHECK(code() == ErrorCode::index_corrupt);
        }
    }
}

TEST_CASE("an index made with other tables is refused and the repair is named") {
    CHECK(check_compatible(sample_manifest(), identity));
    IndexManifest manifest = sample_manifest();
    manifest.analysis_fingerprint = "nl-1-xyz";
    check_mismatch(manifest, "De index is gemaakt met een andere taalverwerking (nl-1-xyz, nu nl-1-abc).",
                   "The index was made with another language analysis (nl-1-xyz, now nl-1-abc).");
    manifest = sample_manifest();
    manifest.vocabulary_version = "vocabulary-0";
    check_mismatch(manifest,
                   "De index is gemaakt met andere woordenlijsten (config/vocabularies is sindsdien gewijzigd).",
                   "The index was made with other vocabularies (config/vocabularies has changed since).");
    manifest = sample_manifest();
    manifest.region_version = "regions-0";
    check_mismatch(manifest, "De index is gemaakt met andere regiotabellen (config/regions is sindsdien gewijzigd).",
                   "The index was made with other region tables (config/regions has changed since).");
}

TEST_CASE("a segment is described by its files, sorted by name") {
    const Generation generation;
    const ManifestSegment& segment = generation.manifest.segments.front();
    CHECK(segment.name == "seg-0000");
    REQUIRE(segment.files.size() == 2);
    CHECK(segment.files[0].name == "columns.bin");
    CHECK(segment.files[0].size == 8);
    CHECK(segment.files[0].xxh3.size() == 16);
    CHECK(segment.files[1].name == "sub/empty");
    CHECK(segment.files[1].size == 0);
    CHECK(describe_segment(generation.folder.path() / "weg", 0).error().code == ErrorCode::unreadable);
}

TEST_CASE("verification sees files that are gone, of another size or changed") {
    const Generation generation;
    CHECK(generation.verdict(false).empty());
    CHECK(generation.verdict(true).empty());
    write_bytes(generation.segment / "columns.bin", "kolommeN");
    CHECK(generation.verdict(false).empty());  // the same size: only the contents tell
    CHECK(contains(generation.verdict(true), "columns.bin is beschadigd: de inhoud is veranderd."));
    write_bytes(generation.segment / "columns.bin", "kolom");
    CHECK(contains(generation.verdict(false), "5 bytes in plaats van 8"));
    std::filesystem::remove(generation.segment / "columns.bin");
    CHECK(contains(generation.verdict(false), "het bestand is niet te lezen"));
}

}  // namespace schakel
