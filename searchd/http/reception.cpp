#include "searchd/http/reception.hpp"

#include <cerrno>
#include <utility>

#include <Poco/Net/NetException.h>
#include <spdlog/spdlog.h>

#include "searchd/http/accept_language.hpp"

namespace schakel {

namespace {

using Phase = Connection::Phase;
using Arrival = Connection::Arrival;

constexpr std::chrono::milliseconds look_every{100};
constexpr std::size_t places_to_refuse = 64;  // connections above the limit that are open to be told so

}  // namespace

Reception::Reception(const Poco::Net::ServerSocket& door, const HttpLimits& limits, std::vector<Network> trusted,
                     ReceptionDesk desk)
    : door_(door),
      limits_(limits),
      trusted_(std::move(trusted)),
      desk_(std::move(desk)),
      counts_(limits.connections, limits.connections_per_address) {
    door_.setBlocking(false);
    if (!watch_.add(door_.impl()->sockfd(), this)) throw Poco::Net::NetException("epoll_ctl", errno);
    thread_ = std::thread([this] { run(); });
}

Reception::~Reception() { end(); }

void Reception::end() {
    ended_ = true;
    watch_.wake();
    if (thread_.joinable()) thread_.join();
}

void Reception::answered(Connection& connection) {
    {
        const std::lock_guard lock(mutex_);
        answered_.push_back(&connection);
    }
    watch_.wake();
}

void Reception::close_door() {
    closing_ = true;
    watch_.wake();
}

bool Reception::wait_until_empty(std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    return gone_.wait_for(lock, longest, [this] { return remaining_ == 0 && !door_is_open_; });
}

void Reception::run() {
    while (!ended_) {
        for (void* whose : watch_.wait(look_every)) serve(whose);
        take_back();
        if (Connection::Clock::now() >= next_look_) look_at_clock();
        if (closing_) send_away_idle();
    }
}

void Reception::serve(void* whose) {
    if (whose == this) return let_in();
    Connection& connection = *static_cast<Connection*>(whose);
    switch (connection.phase()) {
        case Phase::asking: return hear(connection);
        case Phase::taking: return send_on(connection);
        case Phase::leaving: return see_off(connection);
        case Phase::waiting: return;
    }
}

void Reception::let_in() {
    try {
        admit(door_.acceptConnection());
    } catch (const Poco::Exception& problem) {
        // Without descriptors the same connection would come back at once: wait for the next look at the clock.
        door_is_watched_ = problem.code() != EMFILE && problem.code() != ENFILE;
        spdlog::log(door_is_watched_ ? spdlog::level::debug : spdlog::level::warn, "geen verbinding: {}",
                    problem.displayText());
    }
    if (door_is_watched_) watch_.again(door_.impl()->sockfd(), this, SocketWatch::For::reading);
}

void Reception::admit(const Poco::Net::StreamSocket& socket) {
    const Poco::Net::IPAddress peer = plain(socket.peerAddress().host());
    auto place = counts_.take(counted_as(peer), any_has(trusted_, peer));
    if (!place && open_.size() >= limits_.connections + places_to_refuse) return;
    auto made = std::make_unique<Connection>(
        socket, place ? std::optional<ConnectionCounts::Place>(std::move(*place)) : std::nullopt, limits_,
        desk_.identity.get());
    Connection& connection = *made;
    open_.emplace(&connection, std::move(made));
    count();
    if (!watch_.add(connection.descriptor(), &connection)) return let_go(connection);
    if (!place) refuse(connection, place.error());
}

void Reception::hear(Connection& connection) {
    const Arrival arrival = connection.receive();
    if (arrival == Arrival::plain) return refuse(connection, Refusal::needs_tls);
    if (arrival != Arrival::end) return next_request(connection);
    if (connection.is_broken() || !connection.has_begun_request()) return let_go(connection);
    refuse(connection, Refusal::unfinished);
}

void Reception::next_request(Connection& connection) {
    auto next = connection.next_request();
    if (!next) return wait_for_more(connection);
    if (!*next) return refuse(connection, next->error());
    hand_over(connection, std::move(**next));
}

void Reception::wait_for_more(Connection& connection) {
    if (connection.leave_is_asked() && !connection.give_leave()) return let_go(connection);
    watch_.again(connection.descriptor(), &connection, connection.wanted());
}

void Reception::hand_over(Connection& connection, RequestHead&& request) {
    const Language language = preferred_language(request.request.accept_language);
    connection.enter(Phase::waiting);  // before others have it
    if (!desk_.take(connection, std::move(request))) refuse(connection, Refusal::too_many_requests, language);
}

void Reception::refuse(Connection& connection, Refusal refusal) {
    refuse(connection, refusal, preferred_language(connection.languages_so_far()));
}

void Reception::refuse(Connection& connection, Refusal refusal, Language language) {
    connection.answer(desk_.refuse(connection, refusal, language), false);
    connection.enter(Phase::taking);
    send_on(connection);
}

void Reception::take_back() {
    std::vector<Connection*> answered;
    {
        const std::lock_guard lock(mutex_);
        answered.swap(answered_);
    }
    for (Connection* connection : answered) {
        connection->enter(Phase::taking);
        send_on(*connection);
    }
}

void Reception::send_on(Connection& connection) {
    if (connection.is_broken() || !connection.send()) return let_go(connection);
    if (!connection.is_answered()) return watch_.again(connection.descriptor(), &connection, connection.wanted());
    if (connection.may_ask_on()) {
        connection.enter(Phase::asking);
        return next_request(connection);
    }
    connection.enter(Phase::leaving);
    connection.say_goodbye();
    see_off(connection);
}

void Reception::see_off(Connection& connection) {
    if (connection.is_broken() || connection.receive() == Arrival::end) return let_go(connection);
    watch_.again(connection.descriptor(), &connection, SocketWatch::For::reading);
}

void Reception::look_at_clock() {
    const auto now = Connection::Clock::now();
    next_look_ = now + look_every;
    std::vector<Connection*> late;
    for (const auto& [connection, owned] : open_)
        if (connection->is_late(now)) late.push_back(connection);
    for (Connection* connection : late) {
        if (connection->phase() == Phase::asking && connection->has_begun_request())
            refuse(*connection, Refusal::too_slow);
        else
            let_go(*connection);
    }
    if (!std::exchange(door_is_watched_, true) && door_is_open_)
        watch_.again(door_.impl()->sockfd(), this, SocketWatch::For::reading);
}

/// Who stands before the closed door is let go by the system; who is in and has asked nothing, by us.
void Reception::send_away_idle() {
    if (door_is_open_) {
        door_.close();
        const std::lock_guard lock(mutex_);
        door_is_open_ = false;
    }
    std::vector<Connection*> asking;
    for (const auto& [connection, owned] : open_)
        if (connection->phase() == Phase::asking && !connection->has_begun_request()) asking.push_back(connection);
    for (Connection* connection : asking) {
        hear(*connection);  // what has arrived by now is answered
        const auto still = open_.find(connection);
        if (still != open_.end() && connection->phase() == Phase::asking && !connection->has_begun_request())
            let_go(*connection);
    }
    gone_.notify_all();
}

void Reception::let_go(Connection& connection) {
    open_.erase(&connection);
    count();
}

void Reception::count() {
    crowded_ = counts_.total() > limits_.connections / 4 * 3;
    desk_.counted(counts_.total());
    const std::lock_guard lock(mutex_);
    remaining_ = open_.size();
    if (remaining_ == 0) gone_.notify_all();
}

}  // namespace schakel
