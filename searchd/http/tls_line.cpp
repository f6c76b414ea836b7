#include "searchd/http/tls_line.hpp"

#include <new>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace schakel {

using Outcome = LineStep::Outcome;

void TlsLine::FreeLine::operator()(ssl_st* line) const { SSL_free(line); }

TlsLine::TlsLine(const TlsIdentity& identity, int descriptor) : line_(SSL_new(identity.context())) {
    if (!line_ || SSL_set_fd(line_.get(), descriptor) != 1) throw std::bad_alloc();
    SSL_set_accept_state(line_.get());
}

LineStep TlsLine::receive(std::span<char> bytes) {
    ERR_clear_error();  // what is left of another line of this thread would be taken for ours
    std::size_t size = 0;
    const int result = SSL_read_ex(line_.get(), bytes.data(), bytes.size(), &size);
    return step_of(result, size);
}

LineStep TlsLine::send(std::string_view bytes) {
    ERR_clear_error();
    std::size_t size = 0;
    const int result = SSL_write_ex(line_.get(), bytes.data(), bytes.size(), &size);
    return step_of(result, size);
}

LineStep TlsLine::step_of(int result, std::size_t size) {
    wanted_ = SocketWatch::For::reading;
    if (result == 1) return {Outcome::done, size};
    switch (SSL_get_error(line_.get(), result)) {
        case SSL_ERROR_WANT_READ: return {Outcome::wait};
        case SSL_ERROR_WANT_WRITE: wanted_ = SocketWatch::For::writing; return {Outcome::wait};
        case SSL_ERROR_ZERO_RETURN: return {Outcome::end};
        default: return {ERR_GET_REASON(ERR_peek_error()) == SSL_R_HTTP_REQUEST ? Outcome::is_plain : Outcome::broken};
    }
}

void TlsLine::say_goodbye() {
    ERR_clear_error();
    SSL_shutdown(line_.get());  // one try: the end of the connection says it too
}

}  // namespace schakel
