#include "config/index/durable_file.hpp"

#include <cerrno>

#include <catch2/catch.hpp>

#include "config/index/mapped_file.hpp"
#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"

namespace schakel {

TEST_CASE("a file is written whole, over what was there") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "f";
    const std::string large(3'000'000, 'x');
    for (const std::string& content : {large, std::string("kort"), std::string()}) {
        REQUIRE(write_durably(path, content));
        CHECK(bytes_of(path) == content);
        CHECK(MappedFile::open(path)->text() == content);
    }
    CHECK(flush_to_disk(path));
    CHECK(flush_to_disk(folder.path()));
}

TEST_CASE("a file that cannot be written or read names itself and the reason") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "weg" / "f";
    const auto written = write_durably(path, "x");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::io);
    CHECK(written.error().message.nl.find(path.string()) != std::string::npos);
    CHECK_FALSE(written.error().hint.empty());
    CHECK(flush_to_disk(path).error().code == ErrorCode::io);
    CHECK(MappedFile::open(path).error().code == ErrorCode::not_found);
    CHECK(MappedFile::open(folder.path()).error().code == ErrorCode::unreadable);
}

TEST_CASE("a full disk is an error, not a short file") {
    const auto written = write_durably("/dev/full", "x");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::io);
    CHECK(written.error().message.en == io_failure("/dev/full", ENOSPC).value().message.en);
}

TEST_CASE("a mapped file moves with its text") {
    const TemporaryFolder folder;
    write_bytes(folder.path() / "a", "eerste");
    write_bytes(folder.path() / "b", "tweede");
    MappedFile mapped = MappedFile::open(folder.path() / "a").value();
    MappedFile other = std::move(mapped);
    CHECK(other.text() == "eerste");
    other = MappedFile::open(folder.path() / "b").value();
    CHECK(other.text() == "tweede");
    CHECK(MappedFile().text().empty());
}

}  // namespace schakel
