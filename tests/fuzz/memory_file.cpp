#include "tests/fuzz/memory_file.hpp"

#include <string>

#include <sys/mman.h>

#include <unistd.h>

#include "tests/fuzz/promise.hpp"

namespace schakel {

MemoryFile::MemoryFile(const std::uint8_t* bytes, std::size_t size) : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    promise(descriptor_ >= 0, "memory can be a file");
    promise(::write(descriptor_, bytes, size) == static_cast<ssize_t>(size), "the bytes fit");
}

MemoryFile::~MemoryFile() { ::close(descriptor_); }

std::filesystem::path MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

}  // namespace schakel
