// Two institutes that harvest each other over OAI-PMH: each finds what the other has, what one takes out goes at the other too, and
// nothing comes back to where it came from.
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace fs = std::filesystem;

namespace {

/// An institute with products of its own, a server, and another institute that it harvests.
class Institute {
public:
    Institute(fs::path folder, std::string name) : folder_(std::move(folder)), name_(std::move(name)) {
        fs::create_directories(source());
        fs::copy(repository_folder() / "config", folder_ / "config", fs::copy_options::recursive);
        write_settings("");
    }

    void add_product(const std::string& id, const std::string& fields) const {
        std::ofstream(source() / (id + ".xml")) << "<kennisproduct xmlns=\"urn:schakel:kennisproduct:1\" id=\"" << id
                                                << "\">" << fields << "</kennisproduct>\n";
    }

    void open() {
        make_index(source(), index(), {"--config", config().string()});
        daemon_.emplace(DaemonOptions{.index = index(), .config = config()});
    }

    void declare(const Institute& other, const std::string& format) const {
        write_settings(
            fmt::format("[[sources]]\nname = \"eigen\"\npath = \"../bron\"\n"
                        "[[sources]]\nname = \"{}\"\nkind = \"oai-pmh\"\nmetadata_prefix = \"{}\"\n"
                        "url = \"http://127.0.0.1:{}/oai\"\n",
                        other.name_, format, other.daemon_->port()));
    }

    /// What the curator sees.
    std::string harvest() const { return run({"harvest", "--allow-private-addresses"}); }
    std::string update() const { return run({"update", "--force"}); }
    std::string run(const std::vector<std::string>& command) const {
        Invocation indexer{.arguments = {indexer_program()}};
        indexer.arguments.insert(indexer.arguments.end(), command.begin(), command.end());
        for (const std::string& more : {std::string("--config"), config().string()}) indexer.arguments.push_back(more);
        if (command.front() != "harvest")
            for (const std::string& more : {std::string("--index"), index().string()})
                indexer.arguments.push_back(more);
        const Outcome outcome = run_program(indexer);
        INFO(outcome.output << outcome.errors);
        REQUIRE(outcome.status == 0);
        return outcome.output;
    }

    std::string host() const { return name_ + ".example.org"; }
    std::string identifier(const std::string& id) const { return "oai:" + host() + ':' + id; }

    HttpAnswer get(const std::string& target) const { return HttpClient(daemon_->port()).get(target); }
    HttpAnswer product(const std::string& id) const { return get("/v1/kennisproducten/" + encoded(id)); }

    /// Whether the product is there, or is not, within five seconds.
    bool comes_to(const std::string& id, int status) const {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        while (product(id).status != status) {
            if (std::chrono::steady_clock::now() > deadline) return false;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return true;
    }

    std::string offered() const { return get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc").body; }

private:
    fs::path source() const { return folder_ / "bron"; }
    fs::path index() const { return folder_ / "index"; }
    fs::path config() const { return folder_ / "config/schakel.toml"; }

    void write_settings(const std::string& sources) const {
        std::ofstream(config()) << "[server]\ngeneration_poll_milliseconds = 50\npublic_url = \"https://" << host()
                                << "\"\n[paths]\nharvest = \"../oogst\"\n"
                                << sources;
    }

    fs::path folder_;
    std::string name_;
    std::optional<Daemon> daemon_;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Two institutes, each with products, that have harvested each other once.
struct Network {
    Network(const std::string& format) {
        twente.add_product("schuldhulp",
                           "<titel>Schuldhulp &amp; wijkteams</titel><thema>schuldhulpverlening</thema>"
                           "<regio rol=\"werkgebied\">GM0153</regio><voorWie>professionals</voorWie>"
                           "<verwant relatie=\"zieOok\">mantelzorg</verwant><jaar>2019</jaar>");
        twente.add_product("mantelzorg", "<titel>Mantelzorg in Twente</titel>");
        zwolle.add_product("eenzaamheid", "<titel>Eenzaamheid in Zwolle</titel><thema>eenzaamheid</thema>");
        twente.open();
        zwolle.open();
        twente.declare(zwolle, format);
        zwolle.declare(twente, format);
        exchange();
    }

    void exchange() const {
        for (const Institute* institute : {&twente, &zwolle}) {
            institute->harvest();
            institute->update();
        }
    }

    TemporaryFolder folder;
    Institute twente{folder.path() / "twente", "twente"};
    Institute zwolle{folder.path() / "zwolle", "zwolle"};
};

}  // namespace

TEST_CASE("two institutes harvest each other, and each finds what the other has") {
    for (const std::string format : {"oai_dc", "schakel"}) {
        INFO(format);
        const Network network(format);
        CHECK(network.zwolle.comes_to(network.twente.identifier("schuldhulp"), 200));
        CHECK(network.zwolle.comes_to(network.twente.identifier("mantelzorg"), 200));
        CHECK(network.twente.comes_to(network.zwolle.identifier("eenzaamheid"), 200));
        const auto found = network.zwolle.get("/v1/kennisproducten?zoek=schuldhulp&facetten=");
        CHECK(found.json().at("aantal") == 1);
    }
}

TEST_CASE("in our own format nothing but the full text is lost on the way") {
    const Network network("schakel");
    REQUIRE(network.zwolle.comes_to(network.twente.identifier("schuldhulp"), 200));
    const std::string there = network.zwolle.product(network.twente.identifier("schuldhulp")).body;
    for (const char* part : {"Schuldhulp & wijkteams", "schuldhulpverlening", "GM0153", "werkgebied", "professionals",
                             "2019", "oai:twente.example.org:mantelzorg"}) {
        INFO(part << " in " << there);
        CHECK(has(there, part));
    }
}

TEST_CASE("answers keep to the schema of the protocol, and records to those of their formats") {
    const Network network("oai_dc");
    const fs::path schema = repository_folder() / "tests/end_to_end/schemas/oai-pmh.xsd";
    const fs::path file = network.folder.path() / "antwoord.xml";
    for (const char* query :
         {"verb=Identify", "verb=ListMetadataFormats", "verb=ListSets", "verb=ListRecords&metadataPrefix=oai_dc",
          "verb=ListRecords&metadataPrefix=schakel", "verb=ListIdentifiers&metadataPrefix=oai_dc&set=thema",
          "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:twente.example.org:schuldhulp", "verb=Onbekend",
          "verb=ListRecords", "verb=ListRecords&resumptionToken=x", "verb=ListRecords&metadataPrefix=x",
          "verb=GetRecord&metadataPrefix=oai_dc&identifier=x", "verb=ListRecords&metadataPrefix=oai_dc&set=x"}) {
        const HttpAnswer answer = network.twente.get("/oai?" + std::string(query));
        CHECK(answer.status == 200);
        std::ofstream(file) << answer.body;
        const Outcome checked =
            run_program({.arguments = {"xmllint", "--noout", "--nonet", "--schema", schema.string(), file.string()}});
        INFO(query << '\n' << checked.errors);
        CHECK(checked.status == 0);
    }
    const std::string answer = network.twente.get("/oai?verb=ListRecords&metadataPrefix=schakel").body;
    for (std::size_t at = answer.find("<kennisproduct "); at != std::string::npos;
         at = answer.find("<kennisproduct ", at + 1)) {
        std::ofstream(file) << answer.substr(at, answer.find("</metadata>", at) - at);
        const fs::path format = repository_folder() / "corpus/schema/kennisproduct.rng";
        const Outcome checked =
            run_program({.arguments = {"xmllint", "--noout", "--relaxng", format.string(), file.string()}});
        INFO(checked.errors);
        CHECK(checked.status == 0);
    }
}

TEST_CASE("what was harvested is not offered again, so nothing goes round") {
    const Network network("oai_dc");
    REQUIRE(network.zwolle.comes_to(network.twente.identifier("schuldhulp"), 200));
    CHECK(has(network.zwolle.offered(), "oai:zwolle.example.org:eenzaamheid"));
    CHECK_FALSE(has(network.zwolle.offered(), "twente"));
    network.exchange();
    CHECK(has(network.twente.update(), "Er is niets gewijzigd"));
    CHECK(has(network.zwolle.update(), "Er is niets gewijzigd"));
}

TEST_CASE("what one institute takes out, vanishes from the other, and comes back") {
    const Network network("oai_dc");
    const std::string there = network.twente.identifier("schuldhulp");
    REQUIRE(network.zwolle.comes_to(there, 200));
    network.twente.run({"remove", "--id", "schuldhulp"});
    REQUIRE(network.twente.comes_to("schuldhulp", 404));
    network.zwolle.harvest();
    network.zwolle.update();
    CHECK(network.zwolle.comes_to(there, 404));
    CHECK(network.zwolle.comes_to(network.twente.identifier("mantelzorg"), 200));

    network.twente.update();
    network.twente.run({"remove", "--undo", "--id", "schuldhulp"});
    network.twente.update();
    REQUIRE(network.twente.comes_to("schuldhulp", 200));
    network.zwolle.harvest();
    network.zwolle.update();
    CHECK(network.zwolle.comes_to(there, 200));
}
