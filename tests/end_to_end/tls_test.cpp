// The daemon with a certificate, asked by curl(1), and with files that are wrong.
#include <fstream>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

/// Settings in a folder of their own, with a certificate for localhost beside them.
std::filesystem::path settings_with_certificate(const TemporaryFolder& folder) {
    const auto config = folder.path() / "config";
    std::filesystem::copy(repository_folder() / "config", config, std::filesystem::copy_options::recursive);
    const Outcome made =
        run_program({.arguments = {"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                                   "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "sleutel.pem",
                                   "-out", "certificaat.pem"},
                     .folder = config});
    if (made.status != 0) throw std::runtime_error("openssl(1) makes no certificate:\n" + made.errors);
    std::ofstream(config / "schakel.toml")
        << "[server]\ntls_certificate = \"certificaat.pem\"\ntls_key = \"sleutel.pem\"\n";
    return config / "schakel.toml";
}

Outcome curl(const std::vector<std::string>& words) {
    Invocation invocation{.arguments = {"curl", "--silent", "--show-error", "--max-time", "10"}};
    invocation.arguments.insert(invocation.arguments.end(), words.begin(), words.end());
    return run_program(invocation);
}

}  // namespace

TEST_CASE("with a certificate the daemon speaks https, to who trusts it") {
    const TemporaryFolder folder;
    const auto settings = settings_with_certificate(folder);
    Daemon daemon({.index = fixture_index(), .config = settings});
    CHECK(daemon.program().output().find("https://localhost:") != std::string::npos);
    const std::string address = "https://localhost:" + std::to_string(daemon.port());
    const std::string trusted = (folder.path() / "config/certificaat.pem").string();
    const Outcome answer = curl({"--include", "--cacert", trusted, address + "/status/live"});
    CHECK(answer.status == 0);
    CHECK(answer.output.find("HTTP/1.1 200") == 0);
    CHECK(answer.output.find("\r\nStrict-Transport-Security: max-age=31536000\r\n") != std::string::npos);
    CHECK(answer.output.ends_with("{\"status\":\"live\"}"));
    CHECK(curl({address + "/status/live"}).status == 60);  // nobody vouches for it
    const Outcome page = curl({"--compressed", "--cacert", trusted, address + "/?zoek=zorg", address + "/v1/themas"});
    CHECK(page.output.find("</html>") != std::string::npos);
    CHECK(page.output.find("{\"themas\":") != std::string::npos);
    const Outcome plain = curl({"--include", "http://localhost:" + std::to_string(daemon.port()) + "/"});
    CHECK(plain.output.find("HTTP/1.1 400") == 0);
    CHECK(plain.output.find("urn:schakel:fout:needs_tls") != std::string::npos);
    CHECK(daemon.stop() == 0);
}

TEST_CASE("a certificate without its key stops the start") {
    const TemporaryFolder folder;
    const auto settings = settings_with_certificate(folder);
    std::ofstream(settings) << "[server]\ntls_certificate = \"certificaat.pem\"\n";
    const Outcome outcome = run_program({.arguments = command_line({.index = fixture_index(), .config = settings})});
    CHECK(outcome.status == 2);
    CHECK(outcome.errors.find("certificaat.pem hoort ook [server] tls_key") != std::string::npos);
}
