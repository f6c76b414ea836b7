#include "analyzers/compounds/compound_rules.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

namespace schakel {

namespace {

/// A folder with the three tables, each with a header and one row.
class RulesFolder {
public:
    RulesFolder() {
        write("samenstellingen.tsv", "woord\tdelen\nGezondheidszorg\tgezondheids|zorg\n");
        write("ongesplitst.tsv", "woord\nbrandweer\n");
        write("woorddelen.tsv", "deel\neco-\n-ganger\n");
    }

    void write(const std::string& file, const std::string& text) const { std::ofstream(folder_.path() / file) << text; }
    Result<CompoundRules> load() const { return load_compound_rules(folder_.path()); }

    /// The message of the error when `file` has `text`.
    std::string error(const std::string& file, const std::string& text) const {
        write(file, text);
        const auto rules = load();
        REQUIRE(!rules);
        CHECK(rules.error().code == ErrorCode::language_data_invalid);
        return rules.error().message.en;
    }

private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("rules are read in folded form") {
    const auto rules = RulesFolder().load();
    REQUIRE(rules);
    CHECK(rules->splits.at("gezondheidszorg") == std::vector<std::size_t>{11, 15});
    CHECK(rules->whole.contains("brandweer"));
    CHECK(rules->bound_beginnings.contains("eco"));
    CHECK(rules->bound_endings.contains("ganger"));
}

TEST_CASE("a change of a table changes the version") {
    const RulesFolder folder;
    const std::string before = folder.load()->version;
    folder.write("ongesplitst.tsv", "woord\nbrandweer\nkerstmis\n");
    CHECK(folder.load()->version != before);
}

TEST_CASE("parts must make the word") {
    const RulesFolder folder;
    CHECK(folder.error("samenstellingen.tsv", "woord\tdelen\njeugdzorg\tjeugd|hulp\n").find("samenstellingen.tsv:2") !=
          std::string::npos);
    CHECK(folder.error("samenstellingen.tsv", "woord\tdelen\njeugdzorg\tjeugdzorg\n").find(":2") != std::string::npos);
    CHECK(folder.error("samenstellingen.tsv", "woord\tdelen\njeugdzorg\tjeugd||zorg\n").find(":2") !=
          std::string::npos);
}

TEST_CASE("a word stands in one table, once") {
    const RulesFolder folder;
    CHECK(folder.error("ongesplitst.tsv", "woord\ngezondheidszorg\n").find("ongesplitst.tsv:2") != std::string::npos);
    CHECK(folder.error("ongesplitst.tsv", "woord\nkerstmis\nKerstmis\n").find("ongesplitst.tsv:3") !=
          std::string::npos);
}

TEST_CASE("a bound part has a hyphen on one side") {
    const RulesFolder folder;
    CHECK(folder.error("woorddelen.tsv", "deel\neco\n").find("woorddelen.tsv:2") != std::string::npos);
    CHECK(folder.error("woorddelen.tsv", "deel\n-eco-\n").find("woorddelen.tsv:2") != std::string::npos);
}

TEST_CASE("a table that is missing is an error") {
    const TemporaryFolder empty;
    const auto rules = load_compound_rules(empty.path());
    REQUIRE(!rules);
    CHECK(rules.error().code == ErrorCode::not_found);
}

}  // namespace schakel
