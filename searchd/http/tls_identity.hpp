#pragma once

#include <filesystem>
#include <memory>

#include "config/error.hpp"
#include "config/settings.hpp"

struct ssl_ctx_st;

namespace schakel {

/// Who this server is on an encrypted line: a certificate with its chain and the key that belongs to it. TLS 1.2 and 1.3 by
/// OpenSSL, with forward secrecy only. Immutable; safe from any thread.
class TlsIdentity {
public:
    /// Nothing when the settings name neither file. Errors (config_invalid, naming the file): one of the two is missing, cannot
    /// be read or is no PEM; the key belongs to another certificate.
    static Result<std::shared_ptr<const TlsIdentity>> load(const Settings::Server& settings);

    /// OpenSSL's own, which counts its users itself.
    ssl_ctx_st* context() const { return context_.get(); }

private:
    struct FreeContext {
        void operator()(ssl_ctx_st* context) const;
    };
    explicit TlsIdentity(ssl_ctx_st* context) : context_(context) {}

    std::unique_ptr<ssl_ctx_st, FreeContext> context_;
};

}  // namespace schakel
