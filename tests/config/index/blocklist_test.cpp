#include "config/index/blocklist.hpp"

#include <thread>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"

namespace schakel {
namespace {

using Ids = std::vector<std::string>;

const std::string line = "rapport-1\t2026-11-22T10:00:00Z\tingetrokken door de auteur\n";

Ids ids_of(const Blocklist& blocklist) {
    Ids ids;
    for (const BlockedProduct& product : blocklist.products()) ids.push_back(product.id);
    return ids;
}

/// The English message when the list is refused, without the folder; else "".
std::string refusal(std::string_view lines) {
    const TemporaryFolder index;
    write_bytes(index.path() / blocklist_name, lines);
    const auto blocklist = read_blocklist(index.path());
    if (blocklist) return "";
    CHECK(blocklist.error().code == ErrorCode::index_corrupt);
    CHECK_FALSE(blocklist.error().hint.empty());
    return blocklist.error().message.en.substr(index.path().string().size() + 1);
}

}  // namespace

TEST_CASE("without a file nothing is blocked") {
    const TemporaryFolder index;
    const auto blocklist = read_blocklist(index.path());
    REQUIRE(blocklist);
    CHECK(blocklist->products().empty());
    CHECK_FALSE(blocklist->contains("a"));
}

TEST_CASE("ids go on the list and come off it") {
    const TemporaryFolder index;
    CHECK(add_to_blocklist(index.path(), Ids{"b", "a", "b"}, "AVG-verzoek").value() == 2);
    CHECK(add_to_blocklist(index.path(), Ids{"a", "c/d e"}, "nog eens").value() == 1);
    const auto added = read_blocklist(index.path());
    REQUIRE(added);
    CHECK(ids_of(*added) == Ids{"b", "a", "c/d e"});
    CHECK(added->contains("c/d e"));
    CHECK_FALSE(added->contains("d"));
    CHECK(added->products()[1].reason == "AVG-verzoek");
    CHECK(remove_from_blocklist(index.path(), Ids{"a", "onbekend"}).value() == 1);
    CHECK(ids_of(read_blocklist(index.path()).value()) == Ids{"b", "c/d e"});
    CHECK(remove_from_blocklist(index.path(), Ids{"b", "c/d e"}).value() == 2);
    CHECK(read_blocklist(index.path())->products().empty());
}

TEST_CASE("a line says which, since when and why") {
    const TemporaryFolder index;
    REQUIRE(add_to_blocklist(index.path(), Ids{"rapport-1"}, "eerste regel\ntweede\tdeel"));
    const std::string written = bytes_of(index.path() / blocklist_name);
    CHECK(written.starts_with("rapport-1\t20"));
    CHECK(written.ends_with("Z\teerste regel tweede deel\n"));
    CHECK(refusal(written).empty());
}

TEST_CASE("what people do to the file by hand is fine") {
    CHECK(refusal(line) == "");
    CHECK(refusal("") == "");
    CHECK(refusal(line + "\n" + line) == "");
    CHECK(refusal("a\t2026-11-22T10:00:00Z\t") == "");           // no reason, no line end
    CHECK(refusal("a\t2026-11-22T10:00:00Z\tb\r\n\r\n") == "");  // from Windows
}

TEST_CASE("a damaged line is told with its number") {
    const std::string damaged = "this is no line of the blocklist.";
    CHECK(refusal("rapport-1\n") == "blocklist.tsv:1: " + damaged);
    CHECK(refusal(line + "rapport-2\t2026-11-22T10:00:00Z\n") == "blocklist.tsv:2: " + damaged);
    CHECK(refusal(line + line + "x\tgisteren\treden\n") == "blocklist.tsv:3: " + damaged);
    CHECK(refusal("x\t2026-11-31T10:00:00Z\treden\n") == "blocklist.tsv:1: " + damaged);
    CHECK(refusal("x\t2026-11-22T10:00:0xZ\treden\n") == "blocklist.tsv:1: " + damaged);
    CHECK(refusal("\t2026-11-22T10:00:00Z\treden\n") == "blocklist.tsv:1: " + damaged);
    CHECK(refusal("x\t2026-11-22T10:00:00Z\treden\tmeer\n") == "blocklist.tsv:1: " + damaged);
    CHECK(refusal("x\xFF\t2026-11-22T10:00:00Z\treden\n") == "blocklist.tsv:1: " + damaged);
}

TEST_CASE("a damaged list is never written over") {
    const TemporaryFolder index;
    write_bytes(index.path() / blocklist_name, "kapot\n");
    CHECK(add_to_blocklist(index.path(), Ids{"a"}, "").error().code == ErrorCode::index_corrupt);
    CHECK(bytes_of(index.path() / blocklist_name) == "kapot\n");
}

TEST_CASE("what cannot be an id is refused, and nothing is blocked") {
    const TemporaryFolder index;
    for (const std::string& id :
         {std::string(), std::string("a\tb"), std::string("a\n"), std::string(201, 'x'), std::string("\xC3")})
        CHECK(add_to_blocklist(index.path(), Ids{"goed", id}, "").error().code == ErrorCode::usage);
    CHECK_FALSE(std::filesystem::exists(index.path() / blocklist_name));
}

TEST_CASE("a list that cannot be written is an error") {
    const TemporaryFolder index;
    CHECK(add_to_blocklist(index.path() / "weg", Ids{"a"}, "").error().code == ErrorCode::io);
    std::filesystem::create_directory(index.path() / blocklist_name);
    CHECK(read_blocklist(index.path()).error().code == ErrorCode::unreadable);
    CHECK(write_blocklist(index.path(), {}).error().code == ErrorCode::io);
}

TEST_CASE("two who change the list at once lose nothing") {
    const TemporaryFolder index;
    const auto add_many = [&](char first) {
        for (int i = 0; i < 25; ++i)
            if (!add_to_blocklist(index.path(), Ids{first + std::to_string(i)}, "druk")) return;
    };
    std::thread other([&] { add_many('a'); });
    add_many('b');
    other.join();
    CHECK(read_blocklist(index.path())->products().size() == 50);
}

TEST_CASE("any list comes back as it was") {
    rc::prop("ids and reasons without tabs and line ends", [] {
        const TemporaryFolder index;
        Blocklist blocklist;
        const auto ids = *rc::gen::container<Ids>(
            rc::gen::container<std::string>(rc::gen::element('a', 'B', '/', ' ', '#', '"', '%')));
        for (const std::string& id : ids)
            if (!id.empty()) blocklist.add({id, "2026-11-22T10:00:00Z", "reden " + id});
        RC_ASSERT(write_blocklist(index.path(), blocklist).has_value());
        const auto read = read_blocklist(index.path());
        RC_ASSERT(read.has_value());
        RC_ASSERT(ids_of(*read) == ids_of(blocklist));
    });
}

}  // namespace schakel
