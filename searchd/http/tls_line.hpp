#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "searchd/http/line_step.hpp"
#include "searchd/http/socket_watch.hpp"
#include "searchd/http/tls_identity.hpp"

struct ssl_st;

namespace schakel {

/// One encrypted line over a socket that does not wait. The handshake goes along with the first bytes that are received or sent,
/// so it waits for a client no more than they do. One thread at a time. The program must ignore SIGPIPE.
class TlsLine {
public:
    /// The socket must outlive it and be read and written by nobody else.
    TlsLine(const TlsIdentity& identity, int descriptor);

    LineStep receive(std::span<char> bytes);
    LineStep send(std::string_view bytes);

    /// Tells the client that nothing more will come.
    void say_goodbye();

    /// What the socket must be ready for before a step that had to wait can be tried again: not always what the step was for.
    SocketWatch::For wanted() const { return wanted_; }

private:
    struct FreeLine {
        void operator()(ssl_st* line) const;
    };

    LineStep step_of(int result, std::size_t size);

    std::unique_ptr<ssl_st, FreeLine> line_;
    SocketWatch::For wanted_ = SocketWatch::For::reading;
};

}  // namespace schakel
