#include "tests/searchd/http/tls_client.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <openssl/ssl.h>

namespace schakel {

namespace {

/// A line that the server closes under us is for us to notice, not the end of the test.
void ignore_broken_lines() {
    static const bool once = std::signal(SIGPIPE, SIG_IGN) != SIG_ERR;
    if (!once) throw std::runtime_error("SIGPIPE cannot be ignored");
}

int highest(TlsClient::Version version) {
    switch (version) {
        case TlsClient::Version::newest: return 0;
        case TlsClient::Version::tls_1_2: return TLS1_2_VERSION;
        case TlsClient::Version::tls_1_1: return TLS1_1_VERSION;
    }
    return 0;
}

}  // namespace

TestCertificate::TestCertificate(const std::filesystem::path& folder, const std::string& name)
    : certificate(folder / (name + ".pem")), key(folder / (name + ".key")) {
    const std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "
        "/CN=localhost -keyout '" +
        key.string() + "' -out '" + certificate.string() + "' 2>'" + (folder / "openssl.log").string() + "'";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl(1) makes no certificate");
    ignore_broken_lines();
}

void TlsClient::Free::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }
void TlsClient::Free::operator()(ssl_st* line) const { SSL_free(line); }

TlsClient::TlsClient(int port, Version version)
    : socket_(Poco::Net::SocketAddress("127.0.0.1", static_cast<Poco::UInt16>(port))),
      context_(SSL_CTX_new(TLS_client_method())) {
    ignore_broken_lines();
    socket_.setReceiveTimeout(Poco::Timespan(10, 0));
    SSL_CTX_set_security_level(context_.get(), 0);  // or an old version would not be offered
    SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context_.get(), highest(version));
    line_.reset(SSL_new(context_.get()));
    SSL_set_fd(line_.get(), socket_.impl()->sockfd());
    if (SSL_connect(line_.get()) != 1) throw std::runtime_error("no handshake");
}

TlsClient::~TlsClient() = default;

void TlsClient::send(const std::string& bytes) {
    if (SSL_write(line_.get(), bytes.data(), static_cast<int>(bytes.size())) <= 0)
        throw std::runtime_error("the line is broken");
}

void TlsClient::end() { SSL_shutdown(line_.get()); }

std::string TlsClient::rest() {
    std::string arrived;
    std::array<char, 4096> bytes;
    while (true) {
        const int size = SSL_read(line_.get(), bytes.data(), static_cast<int>(bytes.size()));
        if (size <= 0) return arrived;
        arrived.append(bytes.data(), static_cast<std::size_t>(size));
    }
}

}  // namespace schakel
