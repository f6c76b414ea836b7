#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include <Poco/Net/ServerSocket.h>

#include "searchd/http/client_address.hpp"
#include "searchd/http/connection.hpp"
#include "searchd/http/socket_watch.hpp"

namespace schakel {

/// What the reception asks of the rest of the server. The functions are called by its thread, and may not wait.
struct ReceptionDesk {
    /// Takes a request, to call `Reception::answered` with its connection later. False when there is no room.
    std::function<bool(Connection&, RequestHead&&)> take;
    /// The answer to a client for whom there is no room, or whose request is none; it ends the connection.
    std::function<std::string(const Connection&, Refusal, Language)> refuse;
    /// The number of connections has changed.
    std::function<void(std::size_t)> counted;
    /// Who the server is on encrypted lines; null = lines are not encrypted.
    std::shared_ptr<const TlsIdentity> identity;
};

/// Where clients come in. One thread of its own accepts connections, gathers requests, sends what a client did not take at
/// once and closes the connections of who takes too long, so that only whole requests hold the threads that answer them,
/// however many clients are slow or idle. Public functions are safe from any thread.
class Reception {
public:
    /// `limits` must outlive it. The per-address limit does not hold for `trusted` proxies.
    Reception(const Poco::Net::ServerSocket& door, const HttpLimits& limits, std::vector<Network> trusted,
              ReceptionDesk desk);
    ~Reception();

    /// The connection has been given its answer. The caller may not use it any more.
    void answered(Connection& connection);

    /// Lets nobody in from now on, sends away who has not begun a request, and lets others go after their answer.
    void close_door();
    bool is_closing() const { return closing_; }

    /// Whether so many connections are taken that none can be kept for a next request.
    bool is_crowded() const { return crowded_; }

    /// Whether everybody has gone, at the latest after `longest`.
    bool wait_until_empty(std::chrono::milliseconds longest);

    /// Ends the thread; connections stay open.
    void end();

    /// Closes them. Only after `end`, and when none is being answered any more.
    void let_all_go() { open_.clear(); }

private:
    void run();
    void serve(void* whose);
    void let_in();
    void admit(const Poco::Net::StreamSocket& socket);
    void hear(Connection& connection);
    void next_request(Connection& connection);
    void wait_for_more(Connection& connection);
    void hand_over(Connection& connection, RequestHead&& request);
    void refuse(Connection& connection, Refusal refusal);
    void refuse(Connection& connection, Refusal refusal, Language language);
    void take_back();
    void send_on(Connection& connection);
    void see_off(Connection& connection);
    void look_at_clock();
    void send_away_idle();
    void let_go(Connection& connection);
    void count();

    Poco::Net::ServerSocket door_;
    const HttpLimits& limits_;
    std::vector<Network> trusted_;
    ReceptionDesk desk_;
    SocketWatch watch_;
    ConnectionCounts counts_;
    std::unordered_map<Connection*, std::unique_ptr<Connection>> open_;
    Connection::Clock::time_point next_look_;
    bool door_is_open_ = true;
    bool door_is_watched_ = true;

    std::atomic<bool> closing_ = false;
    std::atomic<bool> crowded_ = false;
    std::atomic<bool> ended_ = false;
    std::mutex mutex_;  // guards the two below
    std::vector<Connection*> answered_;
    std::size_t remaining_ = 0;
    std::condition_variable gone_;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace schakel
