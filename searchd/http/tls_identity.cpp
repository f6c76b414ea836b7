#include "searchd/http/tls_identity.hpp"

#include <array>
#include <new>
#include <string>

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace schakel {

namespace {

/// ECDHE only: who gets hold of the key later cannot read what was sent before. TLS 1.3 has no others.
constexpr const char* ciphers_of_1_2 = "ECDHE+AESGCM:ECDHE+CHACHA20";

/// What OpenSSL says of the last failure of this thread: the first of its list, which is the cause.
std::string openssl_reason() {
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return text.data();
}

tl::unexpected<Error> wrong(const std::filesystem::path& file, const Text& what) {
    const std::string reason = openssl_reason();
    return fail(ErrorCode::config_invalid,
                {fmt::format("{}: {} ({})", file.string(), what.nl, reason),
                 fmt::format("{}: {} ({})", file.string(), what.en, reason)},
                {"Controleer [server] tls_certificate en tls_key in schakel.toml.",
                 "Check [server] tls_certificate and tls_key in schakel.toml."});
}

tl::unexpected<Error> one_of_two(const Settings::Server& settings) {
    const std::string given = (settings.tls_certificate.empty() ? settings.tls_key : settings.tls_certificate).string();
    const std::string missing = settings.tls_certificate.empty() ? "tls_certificate" : "tls_key";
    return fail(ErrorCode::config_invalid,
                {fmt::format("bij {} hoort ook [server] {}, en dat ontbreekt", given, missing),
                 fmt::format("{} needs [server] {} too, which is missing", given, missing)},
                {"Geef allebei de bestanden, of geen van beide voor http.", "Give both files, or neither for http."});
}

void set_rules(ssl_ctx_st* context) {
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context, ciphers_of_1_2);
    // A client cannot make us do the work of a handshake over and over on one line, and many close a line without a word.
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context,
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
}

}  // namespace

void TlsIdentity::FreeContext::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }

Result<std::shared_ptr<const TlsIdentity>> TlsIdentity::load(const Settings::Server& settings) {
    if (settings.tls_certificate.empty() && settings.tls_key.empty()) return nullptr;
    if (settings.tls_certificate.empty() || settings.tls_key.empty()) return one_of_two(settings);
    ERR_clear_error();
    std::shared_ptr<const TlsIdentity> identity(new TlsIdentity(SSL_CTX_new(TLS_server_method())));
    ssl_ctx_st* context = identity->context();
    if (context == nullptr) throw std::bad_alloc();
    set_rules(context);
    if (SSL_CTX_use_certificate_chain_file(context, settings.tls_certificate.c_str()) != 1)
        return wrong(settings.tls_certificate,
                     {"dit is geen leesbaar certificaat in PEM-vorm", "this is no readable certificate in PEM form"});
    if (SSL_CTX_use_PrivateKey_file(context, settings.tls_key.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context) != 1)
        return wrong(settings.tls_key, {fmt::format("dit is geen leesbare sleutel in PEM-vorm die hoort bij {}",
                                                    settings.tls_certificate.string()),
                                        fmt::format("this is no readable key in PEM form that belongs to {}",
                                                    settings.tls_certificate.string())});
    return identity;
}

}  // namespace schakel
