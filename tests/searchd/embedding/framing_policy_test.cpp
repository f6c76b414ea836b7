#include "searchd/embedding/framing_policy.hpp"

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("without embedders only our own pages may show the frame") {
    CHECK(framing_policy("") == "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'");
    CHECK(framing_policy(" \n ") == framing_policy(""));
}

TEST_CASE("every embedder may show the frame, however they are divided") {
    CHECK(framing_policy("https://a.example  https://b.example:8443\n")
              .ends_with("frame-ancestors 'self' https://a.example https://b.example:8443"));
}

TEST_CASE("every website may, when that is what was chosen") {
    CHECK(framing_policy("*").ends_with("frame-ancestors 'self' *"));
}

TEST_CASE("what is no origin lets nobody in, and adds no directive") {
    CHECK(framing_policy("https://a.example; script-src * https://b.example,default-src 'none'") == framing_policy(""));
}

}  // namespace schakel
