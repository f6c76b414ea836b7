#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// A whole file mapped read-only into memory. Movable, not copyable; the views it gives live as long as it does.
/// Safe to read from any thread. The file must not be changed in place: files of the index never are.
class MappedFile {
public:
    /// Errors: not_found, unreadable.
    static Result<MappedFile> open(const std::filesystem::path& file);

    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    std::string_view text() const { return {static_cast<const char*>(address_), size_}; }
    std::size_t size() const { return size_; }

    /// Takes no memory for what was read so far; what is read again comes from the file. Views stay valid.
    void let_go() const;

private:
    void* address_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace schakel
