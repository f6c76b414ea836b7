#pragma once

#include <filesystem>

#include "config/error.hpp"

namespace schakel {

/// The right to write in an index folder, held by one process at a time and released with the object or the process, however
/// it ends (flock on `write.lock`). Movable.
class WriteLock {
public:
    /// Creates the folder when needed. Errors: index_locked, naming the process that holds it; io.
    static Result<WriteLock> acquire(const std::filesystem::path& index);

    WriteLock(WriteLock&& other) noexcept;
    WriteLock& operator=(WriteLock&& other) noexcept;
    ~WriteLock();

private:
    explicit WriteLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

}  // namespace schakel
