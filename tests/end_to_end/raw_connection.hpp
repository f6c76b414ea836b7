#pragma once

#include <string>

#include <Poco/Net/StreamSocket.h>

namespace schakel {

/// A connection to a daemon on this computer over which any bytes can be sent. Throws Poco::Exception. One thread.
class RawConnection {
public:
    explicit RawConnection(int port);

    void send(const std::string& bytes);

    /// The same; false when the daemon has closed the connection.
    bool try_to_send(const std::string& bytes);

    /// Nothing more will be sent.
    void end();

    /// What comes back up to the end of the connection; empty when it is broken off before anything came.
    std::string answer();

private:
    Poco::Net::StreamSocket socket_;
};

}  // namespace schakel
