#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace schakel {

/// Bytes that can be opened as a file without touching the disk. Aborts when the system does not allow it.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* bytes, std::size_t size);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    std::filesystem::path path() const;

private:
    int descriptor_;
};

}  // namespace schakel
