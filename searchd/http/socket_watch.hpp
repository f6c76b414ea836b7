#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <span>

#include <sys/epoll.h>

namespace schakel {

/// Waits until something can be done at one of many sockets (epoll(7)). `wake` is safe from any thread, the rest from one.
class SocketWatch {
public:
    enum class For { reading, writing };

    /// Throws std::system_error when the system gives no descriptors.
    SocketWatch();
    ~SocketWatch();
    SocketWatch(const SocketWatch&) = delete;
    SocketWatch& operator=(const SocketWatch&) = delete;

    /// Watches a socket once, for reading; `whose` comes back when it is ready. Closing the socket ends it. False when the
    /// system has no room to watch one more.
    [[nodiscard]] bool add(int descriptor, void* whose) const;

    /// Watches a socket that was added once more.
    void again(int descriptor, void* whose, For what) const;

    /// Who has something to do, after at most `longest`; none when woken. Valid until the next call.
    std::span<void* const> wait(std::chrono::milliseconds longest);

    /// Ends a `wait` that runs, or the next one.
    void wake() const;

private:
    int watch_ = -1;
    int bell_ = -1;
    std::array<epoll_event, 64> events_{};
    std::array<void*, 64> ready_{};
};

}  // namespace schakel
