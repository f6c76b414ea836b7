#include "config/index/mapped_file.hpp"

#include <cerrno>
#include <utility>

#include <sys/mman.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include "config/index/unreadable_file.hpp"

namespace schakel {

Result<MappedFile> MappedFile::open(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return unreadable_file(file, errno);
    struct stat status{};
    void* address = nullptr;
    int reason = 0;
    if (::fstat(descriptor, &status) != 0) reason = errno;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (reason == 0 && size > 0) {
        address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
        if (address == MAP_FAILED) reason = errno;
    }
    ::close(descriptor);
    if (reason != 0) return unreadable_file(file, reason);
    MappedFile mapped;
    mapped.address_ = address;
    mapped.size_ = size;
    return mapped;
}

void MappedFile::let_go() const {
    if (address_ != nullptr) ::madvise(address_, size_, MADV_DONTNEED);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : address_(std::exchange(other.address_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(address_, other.address_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (address_ != nullptr) ::munmap(address_, size_);
}

}  // namespace schakel
