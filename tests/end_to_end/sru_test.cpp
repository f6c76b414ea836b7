// The SRU server, spoken to by our own client and by that of others: YAZ (zoomsh), which libraries use.
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <pugixml.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/golden/golden.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

/// The path of a request with a parameter on each line of `script`.
std::string target_of(const std::string& script) {
    std::string target = "/sru";
    std::istringstream lines(script);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t equals = line.find('=');
        target += target == "/sru" ? '?' : '&';
        target += line.substr(0, equals + 1) + encoded(line.substr(equals + 1));
    }
    return target;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// What xmllint has against a document by our schemas; empty when nothing.
std::string schema_errors(const std::string& xml) {
    const auto schema = repository_folder() / "tests" / "end_to_end" / "sru" / "answers.xsd";
    const Outcome outcome =
        run_program({.arguments = {"xmllint", "--nonet", "--noout", "--schema", schema.string(), "-"}, .input = xml});
    return outcome.status == 0 ? "" : outcome.errors;
}

/// An answer as a person reads it.
std::string laid_out(const std::string& xml) {
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size())) return "no XML: " + xml;
    std::ostringstream text;
    document.save(text, "  ", pugi::format_indent | pugi::format_no_declaration);
    return text.str();
}

std::string answer_text(HttpClient& client, int port, const std::string& script) {
    const HttpAnswer answer = client.get(target_of(script));
    const std::string xml = replaced(answer.body, fmt::format("127.0.0.1:{}", port), "zoek.example.org");
    const std::string errors = schema_errors(answer.body);
    std::string text = fmt::format("{} {}\n{}{}", answer.status, answer.header("content-type"), errors, laid_out(xml));
    text = replaced(text, fmt::format("<port>{}</port>", port), "<port>80</port>");
    text = replaced(text, "<host>127.0.0.1</host>", "<host>zoek.example.org</host>");
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

/// What YAZ says when it is told these things one after the other.
std::string said_by_yaz(int port, const std::string& version, const std::vector<std::string>& commands) {
    std::string input = fmt::format("set sru get\nset sru_version {}\nset preferredRecordSyntax xml\n", version);
    input += fmt::format("connect http://127.0.0.1:{}/sru\n", port);
    for (const std::string& command : commands) input += command + '\n';
    const Outcome outcome = run_program({.arguments = {"zoomsh"}, .input = input + "quit\n"});
    INFO(outcome.errors);
    CHECK(outcome.status == 0);
    return outcome.output;
}

bool says(const std::string& output, const std::string& text) { return output.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("SRU answers as documented, and by its schemas", "[golden]") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    HttpClient client(daemon.port());
    CHECK_GOLDEN("sru/answers", [&](const std::string& script) { return answer_text(client, daemon.port(), script); });
    CHECK(daemon.stop() == 0);
}

TEST_CASE("the server explains itself in every version") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    HttpClient client(daemon.port());
    for (const char* version : {"1.1", "1.2", "2.0"}) {
        const HttpAnswer answer = client.get(fmt::format("/sru?operation=explain&version={}", version));
        INFO(answer.body);
        CHECK(schema_errors(answer.body).empty());
        CHECK(answer.body.find(fmt::format("<port>{}</port>", daemon.port())) != std::string::npos);
    }
}

TEST_CASE("the schemas refuse what is no answer") {
    const std::string begin = R"(<searchRetrieveResponse xmlns="http://docs.oasis-open.org/ns/search-ws/sruResponse">)";
    const std::string end = "</searchRetrieveResponse>";
    CHECK(schema_errors(begin + "<version>2.0</version><numberOfRecords>3</numberOfRecords>" + end).empty());
    CHECK_FALSE(schema_errors(begin + "<version>2.0</version><numberOfRecords>veel</numberOfRecords>" + end).empty());
    CHECK_FALSE(schema_errors(begin + "<numberOfRecords>3</numberOfRecords><version>2.0</version>" + end).empty());
    CHECK_FALSE(schema_errors("<html/>").empty());
}

TEST_CASE("a library's client searches, shows records and counts values") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    for (const char* version : {"1.1", "1.2", "2.0"}) {
        INFO(version);
        const std::string output = said_by_yaz(daemon.port(), version, {"search cql:dc.title=eenzaamheid", "show 0 2"});
        INFO(output);
        CHECK(says(output, "/sru: 2 hits"));
        CHECK(says(output, "<dc:title>Eenzaamheid bij ouderen in de wijk</dc:title>"));
        CHECK(says(output, "<dc:title>Eenzaamheid bij jongeren</dc:title>"));
    }
    const std::string facets = said_by_yaz(
        daemon.port(), "2.0",
        {"set facets \"@attr 1=dc.type @attr 3=2, @attr 1=dc.date @attr 3=1\"", "search cql:dc.subject=eenzaamheid"});
    INFO(facets);
    CHECK(says(facets, "facet: dc.type"));
    CHECK(says(facets, "term: publicatie 2"));
    CHECK(says(facets, "facet: dc.date"));
}

TEST_CASE("a library's client is told what is wrong") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    for (const char* version : {"1.2", "2.0"}) {
        INFO(version);
        const std::string output =
            said_by_yaz(daemon.port(), version,
                        {"search cql:dc.bestaatniet=x", "search cql:(wijk", "search cql:wijk prox jeugd",
                         "set schema marcxml", "search cql:eenzaamheid", "show 0 1"});
        INFO(output);
        CHECK(says(output, "info:srw/diagnostic/1:16"));
        CHECK(says(output, "info:srw/diagnostic/1:10"));
        CHECK(says(output, "info:srw/diagnostic/1:39"));
        CHECK(says(output, "info:srw/diagnostic/1:66"));
    }
}
