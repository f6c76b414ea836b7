#include "corpus/harvesters/http_socket.hpp"

#include <condition_variable>
#include <mutex>
#include <vector>

#include <sys/socket.h>

#include <Poco/Net/Context.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureStreamSocketImpl.h>
#include <Poco/Net/StreamSocketImpl.h>

#include "corpus/harvesters/http_failure.hpp"
#include "corpus/harvesters/public_address.hpp"

namespace schakel {
namespace {

using Poco::Net::IPAddress;

constexpr std::size_t most_addresses_tried = 4;

/// A socket that remembers that the server closed its side. Poco takes that for the end of a chunked body.
template <class Socket>
class ObservedSocket : public Socket {
public:
    template <class... Arguments>
    explicit ObservedSocket(std::shared_ptr<std::atomic<bool>> ended, Arguments&&... arguments)
        : Socket(std::forward<Arguments>(arguments)...), ended_(std::move(ended)) {}

    int receiveBytes(void* buffer, int length,
                     int flags) override {  // NOLINT(readability-identifier-naming): Poco's name
        const int received = Socket::receiveBytes(buffer, length, flags);
        if (received <= 0) *ended_ = true;
        return received;
    }

private:
    std::shared_ptr<std::atomic<bool>> ended_;
};

using PlainSocket = ObservedSocket<Poco::Net::StreamSocketImpl>;
using SecureSocket = ObservedSocket<Poco::Net::SecureStreamSocketImpl>;

Poco::Net::Context::Ptr tls_context(const FetchLimits& limits) {
    using Poco::Net::Context;
    Context::Ptr context = new Context(Context::TLS_CLIENT_USE, limits.certificates.string(), Context::VERIFY_STRICT, 9,
                                       true, "HIGH:!aNULL:!MD5:!RC4");
    context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
    return context;
}

Poco::Net::StreamSocket new_socket(const HttpAddress& address, const FetchLimits& limits,
                                   const std::shared_ptr<std::atomic<bool>>& ended) {
    if (!address.secure) return Poco::Net::StreamSocket(new PlainSocket(ended));
    auto* secure = new SecureSocket(ended, tls_context(limits));
    Poco::Net::StreamSocket socket(secure);  // owns it from here
    secure->setPeerHostName(address.host);
    secure->setLazyHandshake(true);
    return socket;
}

std::vector<IPAddress> addresses_of(const std::string& host) {
    IPAddress literal;
    if (IPAddress::tryParse(host, literal)) return {literal};
    return Poco::Net::DNS::hostByName(host).addresses();
}

bool is_public(const IPAddress& address) {
    return is_public_address(
        {static_cast<const std::uint8_t*>(address.addr()), static_cast<std::size_t>(address.length())});
}

sigset_t only_pipe_signal() {
    sigset_t signals{};
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGPIPE);
    return signals;
}

Poco::Timespan in_poco(std::chrono::seconds time) { return {static_cast<long>(time.count()), 0}; }

}  // namespace

HttpResult<HttpSocket> connect(const HttpAddress& address, const FetchLimits& limits) {
    std::vector<IPAddress> candidates = addresses_of(address.host);
    if (!limits.allow_private_addresses)
        std::erase_if(candidates, [](const IPAddress& candidate) { return !is_public(candidate); });
    if (candidates.empty()) return tl::unexpected(private_address(address.to_text()));
    if (candidates.size() > most_addresses_tried) candidates.resize(most_addresses_tried);

    for (const IPAddress& candidate : candidates) {
        HttpSocket connection{{}, std::make_shared<std::atomic<bool>>(false)};
        connection.socket = new_socket(address, limits, connection.ended);
        try {
            connection.socket.connect({candidate, address.port}, in_poco(limits.connecting));
            connection.socket.setReceiveTimeout(in_poco(limits.exchange));
            connection.socket.setSendTimeout(in_poco(limits.exchange));
            return connection;
        } catch (const Poco::Exception&) {
            if (candidate == candidates.back()) throw;  // a host may have addresses that do not answer
        }
    }
    return tl::unexpected(no_connection(address.to_text(), {address.host, address.host}));
}

void shake_hands(HttpSocket& connection) {
    auto* secure = dynamic_cast<SecureSocket*>(connection.socket.impl());
    if (secure == nullptr) return;
    if (secure->completeHandshake() != 1) throw Poco::Net::SSLConnectionUnexpectedlyClosedException();
    secure->verifyPeerCertificate();
}

ConnectionDeadline::ConnectionDeadline(const Poco::Net::StreamSocket& socket,
                                       std::chrono::steady_clock::time_point when)
    : thread_([this, number = socket.impl()->sockfd(), when](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any never;
          std::unique_lock lock(mutex);
          never.wait_until(lock, stop, when, [] { return false; });
          if (stop.stop_requested()) return;
          passed_ = true;
          ::shutdown(number, SHUT_RDWR);
      }) {}

NoPipeSignal::NoPipeSignal() {
    sigset_t pending{};
    ::sigpending(&pending);
    was_pending_ = ::sigismember(&pending, SIGPIPE) == 1;
    const sigset_t pipe = only_pipe_signal();
    ::pthread_sigmask(SIG_BLOCK, &pipe, &before_);
}

NoPipeSignal::~NoPipeSignal() {
    const sigset_t pipe = only_pipe_signal();
    const timespec at_once{};
    if (!was_pending_) ::sigtimedwait(&pipe, nullptr, &at_once);  // takes what came meanwhile
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace schakel
