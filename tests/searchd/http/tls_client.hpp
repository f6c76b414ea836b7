#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <Poco/Net/StreamSocket.h>

struct ssl_ctx_st;
struct ssl_st;

namespace schakel {

/// A certificate for localhost and its key, made by openssl(1) in a folder. Throws std::runtime_error when that fails.
struct TestCertificate {
    explicit TestCertificate(const std::filesystem::path& folder, const std::string& name = "tls");

    std::filesystem::path certificate;
    std::filesystem::path key;
};

/// An encrypted line to a server on this computer, whoever it says it is. Throws std::runtime_error when there can be none, and
/// Poco::Exception. One thread.
class TlsClient {
public:
    enum class Version { newest, tls_1_2, tls_1_1 };

    explicit TlsClient(int port, Version version = Version::newest);
    ~TlsClient();
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    void send(const std::string& bytes);

    /// Tells the server that nothing more will be sent; only that.
    void end();

    /// What comes back up to the end of the line.
    std::string rest();

    /// The socket below it.
    Poco::Net::StreamSocket& socket() { return socket_; }

private:
    struct Free {
        void operator()(ssl_ctx_st* context) const;
        void operator()(ssl_st* line) const;
    };

    Poco::Net::StreamSocket socket_;
    std::unique_ptr<ssl_ctx_st, Free> context_;
    std::unique_ptr<ssl_st, Free> line_;
};

}  // namespace schakel
