#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include <Poco/Net/HTTPServerConnection.h>

namespace schakel {

class WatchedConnection;

/// The connections that are open now. A thread of its own closes those whose client takes too long to send a request: Poco
/// only limits the wait for each byte, so a client that drips them would hold a thread for ever. Safe from any thread.
class OpenConnections {
public:
    using Clock = std::chrono::steady_clock;

    /// A request must be in within `request` after the connection was opened, and within `idle` more after an answer.
    OpenConnections(std::chrono::seconds request, std::chrono::seconds idle);
    ~OpenConnections();

    /// Closes all of them, in the middle of a request if need be.
    void close_all();

    Clock::time_point deadline_of_first() const { return Clock::now() + request_; }
    Clock::time_point deadline_of_next() const { return Clock::now() + idle_ + request_; }

private:
    friend class WatchedConnection;
    void add(WatchedConnection* connection);
    void remove(WatchedConnection* connection);
    void watch();

    std::chrono::seconds request_;
    std::chrono::seconds idle_;
    std::mutex mutex_;  // guards all below, and the deadlines of the connections
    std::set<WatchedConnection*> open_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread watcher_;
};

/// One of them. `connections` must outlive it.
class WatchedConnection : public Poco::Net::HTTPServerConnection {
public:
    WatchedConnection(const Poco::Net::StreamSocket& socket, Poco::Net::HTTPServerParams::Ptr parameters,
                      Poco::Net::HTTPRequestHandlerFactory::Ptr handlers, OpenConnections& connections);
    ~WatchedConnection() override;

    void run() override;

    /// The connection that the current thread serves; only within a request.
    static WatchedConnection& current();

    /// Called around the handling of a request: the client owes nothing meanwhile.
    void request_is_in();
    void answer_is_out();

private:
    friend class OpenConnections;
    void set_deadline(OpenConnections::Clock::time_point deadline);
    void close();

    OpenConnections& connections_;
    OpenConnections::Clock::time_point deadline_;  // guarded by OpenConnections::mutex_
};

}  // namespace schakel
