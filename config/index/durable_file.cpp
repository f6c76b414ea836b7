#include "config/index/durable_file.hpp"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "config/system_reason.hpp"

namespace schakel {

tl::unexpected<Error> io_failure(const std::filesystem::path& path, int reason) {
    const Text why = system_reason(reason);
    return fail(ErrorCode::io,
                {fmt::format("{} kan niet worden geschreven: {}.", path.string(), why.nl),
                 fmt::format("{} cannot be written: {}.", path.string(), why.en)},
                {"Controleer de vrije schijfruimte en de rechten op de map.",
                 "Check the free disk space and the permissions of the folder."});
}

Result<void> write_durably(const std::filesystem::path& file, std::string_view bytes) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) return io_failure(file, errno);
    int reason = 0;
    while (!bytes.empty() && reason == 0) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            reason = errno;
    }
    if (reason == 0 && ::fsync(descriptor) != 0) reason = errno;
    if (::close(descriptor) != 0 && reason == 0) reason = errno;
    if (reason != 0) return io_failure(file, reason);
    return {};
}

Result<void> flush_to_disk(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return io_failure(path, errno);
    const int reason = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (reason != 0) return io_failure(path, reason);
    return {};
}

}  // namespace schakel
