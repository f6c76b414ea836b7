#pragma once

#include <Poco/Net/TCPServer.h>

namespace schakel {

/// Answers 503 with Retry-After to a connection for which the queue has no place; Poco would close it without a word.
/// Called by the thread that accepts connections.
class QueueLimit : public Poco::Net::TCPServerConnectionFilter {
public:
    /// `server` must outlive the filter.
    QueueLimit(const Poco::Net::TCPServer& server, int most_queued) : server_(server), most_queued_(most_queued) {}

    bool accept(const Poco::Net::StreamSocket& socket) override;

private:
    const Poco::Net::TCPServer& server_;
    int most_queued_;
};

}  // namespace schakel
