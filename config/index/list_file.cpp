#include "config/index/list_file.hpp"

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <sys/file.h>

#include <fcntl.h>
#include <unistd.h>

#include "config/index/durable_file.hpp"

namespace schakel {

namespace {

int open_to_hold(const std::filesystem::path& held) {
    std::error_code ignored;  // opening tells what is wrong
    if (std::filesystem::is_directory(held, ignored)) return ::open(held.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return ::open(held.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

}  // namespace

Result<ListLock> ListLock::acquire(const std::filesystem::path& held) {
    const int descriptor = open_to_hold(held);
    if (descriptor < 0) return io_failure(held, errno);
    ListLock lock(descriptor);
    while (::flock(descriptor, LOCK_EX) != 0)
        if (errno != EINTR) return io_failure(held, errno);
    return lock;
}

ListLock::ListLock(ListLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

ListLock::~ListLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> replace_list(const std::filesystem::path& index, std::string_view name, std::string_view lines) {
    const std::filesystem::path file = index / name;
    const std::filesystem::path fresh = index / (std::string(name) + ".new");
    if (auto written = write_durably(fresh, lines); !written) return written;
    if (::rename(fresh.c_str(), file.c_str()) != 0) return io_failure(file, errno);
    return flush_to_disk(index);
}

std::string_view take_until(std::string_view& rest, char border) {
    const std::size_t end = std::min(rest.find(border), rest.size());
    const std::string_view taken = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return taken;
}

}  // namespace schakel
