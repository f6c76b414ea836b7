#include "searchd/http/socket_watch.hpp"

#include <cerrno>
#include <cstdint>
#include <system_error>

#include <sys/eventfd.h>

#include <unistd.h>

namespace schakel {

namespace {

int opened(int descriptor) {
    if (descriptor < 0) throw std::system_error(errno, std::generic_category());
    return descriptor;
}

[[nodiscard]] bool control(int watch, int operation, int descriptor, unsigned events, void* whose) {
    epoll_event event{};
    event.events = events;
    event.data.ptr = whose;
    return epoll_ctl(watch, operation, descriptor, &event) == 0;
}

void demand(bool done) {
    if (!done) throw std::system_error(errno, std::generic_category());
}

}  // namespace

SocketWatch::SocketWatch() : watch_(opened(epoll_create1(EPOLL_CLOEXEC))) {
    bell_ = opened(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    demand(control(watch_, EPOLL_CTL_ADD, bell_, EPOLLIN, nullptr));
}

SocketWatch::~SocketWatch() {
    close(bell_);
    close(watch_);
}

bool SocketWatch::add(int descriptor, void* whose) const {
    return control(watch_, EPOLL_CTL_ADD, descriptor, EPOLLIN | EPOLLONESHOT, whose);
}

void SocketWatch::again(int descriptor, void* whose, For what) const {
    const unsigned events = what == For::reading ? EPOLLIN : EPOLLOUT;
    demand(control(watch_, EPOLL_CTL_MOD, descriptor, events | EPOLLONESHOT, whose));  // needs no room
}

std::span<void* const> SocketWatch::wait(std::chrono::milliseconds longest) {
    const int count =
        epoll_wait(watch_, events_.data(), static_cast<int>(events_.size()), static_cast<int>(longest.count()));
    std::size_t ready = 0;
    for (int i = 0; i < count; ++i) {
        void* whose = events_[static_cast<std::size_t>(i)].data.ptr;
        if (whose != nullptr) {
            ready_[ready++] = whose;
            continue;
        }
        std::uint64_t rings = 0;
        if (read(bell_, &rings, sizeof rings) < 0) continue;  // silenced already
    }
    return {ready_.data(), ready};
}

void SocketWatch::wake() const {
    const std::uint64_t once = 1;
    if (write(bell_, &once, sizeof once) < 0) return;  // it rings as often as it can
}

}  // namespace schakel
