#include "searchd/embedding/snippets.hpp"

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("what is copied is filled with the address of the installation") {
    const Snippets snippets = snippets_for("https://zoek.example", "Schakel");
    CHECK(snippets.element.find(R"(src="https://zoek.example/widget/schakel-zoeken.js")") != std::string::npos);
    CHECK(snippets.element.find(R"(<form action="https://zoek.example/" method="get")") != std::string::npos);
    CHECK(snippets.frame.find(R"(src="https://zoek.example/insluiten" title="Zoeken in Schakel")") !=
          std::string::npos);
    CHECK(snippets.form.find(R"(action="https://zoek.example/")") != std::string::npos);
    CHECK(snippets.request.find("'https://zoek.example/v1/kennisproducten?") != std::string::npos);
}

TEST_CASE("a policy names the origin, also of an address with a path") {
    const Snippets snippets = snippets_for("https://www.example.org/kennis/zoeken", "Schakel");
    CHECK(snippets.element_policy ==
          "script-src 'self' https://www.example.org; connect-src 'self' https://www.example.org");
    CHECK(snippets.frame_policy == "frame-src https://www.example.org");
    CHECK(snippets.frame.find("https://www.example.org/kennis/zoeken/insluiten") != std::string::npos);
}

TEST_CASE("the origin of an address") {
    CHECK(origin_of("https://zoek.example") == "https://zoek.example");
    CHECK(origin_of("http://localhost:8080/a/b") == "http://localhost:8080");
    CHECK(origin_of("no address") == "no address");
    CHECK(origin_of("") == "");
}

TEST_CASE("a name with signs of HTML stays within its attribute") {
    const std::string frame = snippets_for("https://zoek.example", R"(Kennis "& co" <b>)").frame;
    CHECK(frame.find(R"(title="Zoeken in Kennis &quot;&amp; co&quot; &lt;b&gt;")") != std::string::npos);
}

}  // namespace schakel
