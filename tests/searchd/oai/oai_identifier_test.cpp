#include "searchd/oai/oai_identifier.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {

TEST_CASE("the host of a repository is that of its address") {
    for (const auto& [address, host] : std::initializer_list<std::pair<const char*, const char*>>{
             {"https://zoek.example.org", "zoek.example.org"},
             {"http://Zoek.Example.org:8080", "zoek.example.org"},
             {"http://127.0.0.1:80", "127.0.0.1"},
             {"http://localhost", "localhost"},
             {"https://zoek.example.org/onder", "zoek.example.org"},
             {"http://[::1]:8080", "---1-"},
             {"http://<script>\"&", "-script---"},
             {"", "localhost"}}) {
        INFO(address);
        CHECK(OaiNamespace(address).host() == host);
    }
}

TEST_CASE("only a name in letters can be described to harvesters") {
    CHECK(OaiNamespace("https://zoek.example.org").is_describable());
    for (const char* address : {"http://localhost", "http://127.0.0.1", "http://[::1]", "http://a.", "http://a..nl"}) {
        INFO(address);
        CHECK_FALSE(OaiNamespace(address).is_describable());
    }
}

TEST_CASE("an id can be told from its identifier") {
    const OaiNamespace names("https://zoek.example.org");
    CHECK(names.identifier_of("rapport-1") == "oai:zoek.example.org:rapport-1");
    CHECK(names.identifier_of("a/b é") == "oai:zoek.example.org:a%2Fb%20%C3%A9");
    CHECK_FALSE(names.id_of("oai:elders.example.org:rapport-1"));
    CHECK_FALSE(names.id_of("rapport-1"));
    CHECK_FALSE(names.id_of(""));
    CHECK(is_harvested(names.identifier_of("rapport-1")));
    rc::prop("for any id", [&](const std::string& id) { RC_ASSERT(names.id_of(names.identifier_of(id)) == id); });
}

}  // namespace schakel
