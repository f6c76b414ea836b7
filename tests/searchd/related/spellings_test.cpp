#include "searchd/related/spellings.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/folding.hpp"

namespace schakel {
namespace {

using Words = std::vector<std::string>;

Words written_in(const Words& texts, Words words) {
    write_as_in(texts, words);
    return words;
}

}  // namespace

TEST_CASE("words are written as the texts write them") {
    const Words texts{"De ‘cliënten’ van de GGZ.", "Schulden en reïntegratie: Clienten van de GGZ, ggz."};
    CHECK(written_in(texts, {"ggz", "schulden", "reintegratie", "wmo"}) ==
          Words{"GGZ", "schulden", "reïntegratie", "wmo"});
    CHECK(written_in({"Cliënten, clienten en cliënten."}, {"clienten"}) == Words{"cliënten"});
}

TEST_CASE("words that are written with a hyphen or apart are shown so") {
    CHECK(written_in({"Samen met de provincie Noord-Brabant."}, {"noordbrabant"}) == Words{"Noord-Brabant"});
    CHECK(written_in({"Partners in het sociaal domein."}, {"sociaaldomein"}) == Words{"sociaal domein"});
    CHECK(written_in({"Sociaal  domein; sociaal. Domein"}, {"sociaaldomein"}) ==
          Words{"sociaaldomein"});  // not next to each other
    CHECK(written_in({"Het sociaal domein, of sociaal-domein en sociaal-domein."}, {"sociaaldomein"}) ==
          Words{"sociaal-domein"});
}

TEST_CASE("a capital in front may only be that of a sentence or a name; others belong to the word") {
    CHECK(written_in({"Wijkteams werken. De Sociale Wijkteams!"}, {"wijkteams"}) == Words{"wijkteams"});
    CHECK(written_in({"NJi"}, {"nji"}) == Words{"NJi"});
}

TEST_CASE("any texts may be looked at for how words are written") {
    rc::prop("folding the words again gives what they were", [](const Words& texts) {
        const Words words{"a", "e", "clienten", ""};
        const Words written = written_in(texts, words);
        RC_ASSERT(written.size() == words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            std::string folded = fold(written[i]);
            std::erase_if(folded, [](char c) { return c == '-' || c == ' '; });
            RC_ASSERT(folded == words[i]);
        }
    });
}

}  // namespace schakel
