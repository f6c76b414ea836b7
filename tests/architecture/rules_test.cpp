// Each rule must reject a bad example; otherwise a green architecture test means nothing.
#include "tests/architecture/rules.hpp"

#include <catch2/catch.hpp>

using namespace schakel::architecture;

namespace {

std::vector<std::string> texts(const std::vector<Violation>& violations) {
    std::vector<std::string> texts;
    for (const Violation& violation : violations) texts.push_back(to_text(violation));
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("an include of a layer that is not below is rejected") {
    CHECK(texts(include_violations("analyzers/stemmer.cpp", "#include <string>\n#include \"corpus/reader.hpp\"\n")) ==
          Texts{"analyzers/stemmer.cpp:2: analyzers may not use corpus"});
    CHECK(texts(include_violations("searchd/search.cpp", "  #  include \"indexer/index_writer.hpp\"")) ==
          Texts{"searchd/search.cpp:1: searchd may not use indexer"});
    CHECK(texts(include_violations("config/error.hpp", "#include \"tests/paths.hpp\"")) ==
          Texts{"config/error.hpp:1: config may not use tests"});
}

TEST_CASE("an include of an allowed layer passes") {
    CHECK(include_violations("indexer/a.cpp", "#include \"corpus/reader.hpp\"\n#include \"indexer/a.hpp\"\n").empty());
    CHECK(include_violations("searchd/a.cpp", "#include \"analyzers/token.hpp\"\n").empty());
    CHECK(include_violations("tests/searchd/a.cpp", "#include \"indexer/index_writer.hpp\"\n").empty());
}

TEST_CASE("an include that is not written from the root is rejected") {
    CHECK(texts(include_violations("config/date.cpp", "#include \"date.hpp\"")) ==
          Texts{"config/date.cpp:1: write the include from the root: date.hpp"});
    CHECK_FALSE(include_violations("corpus/readers/a.cpp", "#include \"../reader.hpp\"").empty());
}

TEST_CASE("a link to a layer that is not below is rejected") {
    const char* cmake =
        "add_library(schakel_corpus STATIC reader.cpp)\n"
        "target_link_libraries(schakel_corpus\n    PUBLIC schakel_config   # schakel_indexer would be wrong\n"
        "    PRIVATE schakel_analyzers pugixml::pugixml)\n";
    CHECK(texts(link_violations("corpus/CMakeLists.txt", cmake)) ==
          Texts{"corpus/CMakeLists.txt:2: corpus may not use analyzers"});
    CHECK(texts(link_violations("config/CMakeLists.txt",
                                "target_link_libraries(schakel_config PRIVATE schakel_golden)")) ==
          Texts{"config/CMakeLists.txt:1: config may not use tests"});
    CHECK(link_violations(
              "indexer/CMakeLists.txt",
              "target_link_libraries(schakel_indexer PUBLIC schakel_corpus schakel_analyzers schakel_warnings)")
              .empty());
}

TEST_CASE("another top-level folder and a missing one are rejected") {
    CHECK(top_level_violations({".ci", ".git", "analyzers", "build", "config", "corpus", "indexer", "searchd", "tests"})
              .empty());
    CHECK(texts(top_level_violations({"analyzers", "config", "corpus", "indexer", "tests", "tools"})) ==
          Texts{"tools: the house has no such top-level folder", "searchd: this top-level folder is missing"});
}

TEST_CASE("a folder with code needs a README") {
    CHECK(texts(readme_violations({"corpus/README.md", "corpus/reader.hpp", "corpus/readers/xml.cpp",
                                   "corpus/records/a.xml", "tests/corpus/readers/xml_test.cpp"})) ==
          Texts{"corpus/readers: has code but no README.md"});
}

TEST_CASE("a file with more than 500 lines of code is rejected, comments and empty lines aside") {
    std::string source;
    for (int i = 0; i < 500; ++i) source += "// why\n\nint line;\n/* more\n why */\n";
    CHECK(size_violations("config/a.cpp", source).empty());
    source += "int one_more;\n";
    CHECK(texts(size_violations("config/a.cpp", source)) ==
          Texts{"config/a.cpp: 501 lines of code, at most 500: look for the second noun in it"});
}

TEST_CASE("swallowed exceptions are rejected") {
    CHECK(texts(catch_violations("corpus/a.cpp", "try {\n} catch (const std::exception&) {\n    // never mind\n}\n")) ==
          Texts{"corpus/a.cpp:2: an empty catch swallows an error"});
    CHECK(texts(catch_violations("corpus/a.cpp", "try { f(); }\ncatch (...) { g(); }\n")) ==
          Texts{"corpus/a.cpp:2: catch (...) belongs in a boundary file only"});
    CHECK(catch_violations("indexer/main.cpp", "try { f(); } catch (...) { g(); }").empty());
    CHECK_FALSE(catch_violations("indexer/main.cpp", "try { f(); } catch (...) {}").empty());
    CHECK(catch_violations("corpus/a.cpp", "// catch (...) {}\nconst char* a = \"catch (...) {}\";").empty());
}

TEST_CASE("comments and literals are no code") {
    CHECK(code_only("a // b\nc /* d\n e */ f") == "a \nc \n f");
    CHECK(code_only("f(\"x \\\" // y\", '\"') // z") == "f(\"\", '') ");
    CHECK(code_only("1'000 + R\"(a\n\" b)\" + c") == "1'000 + \"\"\n + c");
}
