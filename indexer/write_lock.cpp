#include "indexer/write_lock.hpp"

#include <array>
#include <cerrno>
#include <string>
#include <utility>

#include <sys/file.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "config/index/durable_file.hpp"

namespace schakel {

namespace {

tl::unexpected<Error> held_by_another(const std::filesystem::path& index, int descriptor) {
    std::array<char, 32> holder{};
    const ssize_t size = ::pread(descriptor, holder.data(), holder.size(), 0);
    const std::string process = size > 0 ? std::string(holder.data(), static_cast<std::size_t>(size)) : "?";
    return fail(ErrorCode::index_locked,
                {fmt::format("Een ander programma (proces {}) schrijft al in {}.", process, index.string()),
                 fmt::format("Another program (process {}) is already writing in {}.", process, index.string())},
                {"Wacht tot het klaar is en probeer het dan opnieuw.", "Wait until it has finished, then try again."});
}

}  // namespace

Result<WriteLock> WriteLock::acquire(const std::filesystem::path& index) {
    std::error_code problem;
    std::filesystem::create_directories(index, problem);
    if (problem) return io_failure(index, problem.value());
    const std::filesystem::path file = index / "write.lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) return io_failure(file, errno);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const auto held = held_by_another(index, descriptor);
        ::close(descriptor);
        return held;
    }
    WriteLock lock(descriptor);
    const std::string process = std::to_string(::getpid());
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, process.data(), process.size(), 0) < 0)
        return io_failure(file, errno);
    return lock;
}

WriteLock::WriteLock(WriteLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriteLock& WriteLock::operator=(WriteLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

WriteLock::~WriteLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace schakel
