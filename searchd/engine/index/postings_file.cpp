#include "searchd/engine/index/postings_file.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "config/system_reason.hpp"

namespace schakel {

Result<PostingsFile> PostingsFile::open(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) return PostingsFile(descriptor);
    const int reason = errno;
    const Text why = system_reason(reason);
    return fail(reason == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                {fmt::format("{} kan niet worden gelezen: {}.", file.string(), why.nl),
                 fmt::format("{} cannot be read: {}.", file.string(), why.en)});
}

PostingsFile::PostingsFile(PostingsFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

PostingsFile& PostingsFile::operator=(PostingsFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

PostingsFile::~PostingsFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Xapian::Database PostingsFile::database() const {
    // Opened anew instead of duplicated: Xapian moves the offset of its descriptor, and duplicates share theirs. It closes it.
    const int copy = ::open(fmt::format("/proc/self/fd/{}", descriptor_).c_str(), O_RDONLY | O_CLOEXEC);
    if (copy < 0) throw Xapian::DatabaseOpeningError("the postings cannot be opened once more", errno);
    return Xapian::Database(copy);
}

}  // namespace schakel
