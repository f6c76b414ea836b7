#include "searchd/http/open_connections.hpp"

#include <Poco/Net/NetException.h>
#include <spdlog/spdlog.h>

namespace schakel {

namespace {

constexpr std::chrono::milliseconds look_every{250};

thread_local WatchedConnection* served_by_this_thread = nullptr;

}  // namespace

OpenConnections::OpenConnections(std::chrono::seconds request, std::chrono::seconds idle)
    : request_(request), idle_(idle), watcher_([this] { watch(); }) {}

OpenConnections::~OpenConnections() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    watcher_.join();
}

void OpenConnections::close_all() {
    const std::lock_guard lock(mutex_);
    for (WatchedConnection* connection : open_) connection->close();
}

void OpenConnections::add(WatchedConnection* connection) {
    const std::lock_guard lock(mutex_);
    open_.insert(connection);
}

void OpenConnections::remove(WatchedConnection* connection) {
    const std::lock_guard lock(mutex_);
    open_.erase(connection);
}

void OpenConnections::watch() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, look_every, [this] { return stopping_; })) {
        const auto now = Clock::now();
        for (WatchedConnection* connection : open_)
            if (connection->deadline_ < now) connection->close();
    }
}

WatchedConnection::WatchedConnection(const Poco::Net::StreamSocket& socket, Poco::Net::HTTPServerParams::Ptr parameters,
                                     Poco::Net::HTTPRequestHandlerFactory::Ptr handlers, OpenConnections& connections)
    : Poco::Net::HTTPServerConnection(socket, std::move(parameters), std::move(handlers)),
      connections_(connections),
      deadline_(connections.deadline_of_first()) {
    connections_.add(this);
}

WatchedConnection::~WatchedConnection() { connections_.remove(this); }

void WatchedConnection::run() {
    served_by_this_thread = this;
    Poco::Net::HTTPServerConnection::run();
    served_by_this_thread = nullptr;
}

WatchedConnection& WatchedConnection::current() { return *served_by_this_thread; }

void WatchedConnection::request_is_in() { set_deadline(OpenConnections::Clock::time_point::max()); }

void WatchedConnection::answer_is_out() { set_deadline(connections_.deadline_of_next()); }

void WatchedConnection::set_deadline(OpenConnections::Clock::time_point deadline) {
    const std::lock_guard lock(connections_.mutex_);
    deadline_ = deadline;
}

void WatchedConnection::close() {
    try {
        socket().shutdown();
    } catch (const Poco::Exception& closed) {
        spdlog::debug("verbinding was al verbroken: {}", closed.displayText());
    }
}

}  // namespace schakel
