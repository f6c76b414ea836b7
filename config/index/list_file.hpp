#pragma once

#include <filesystem>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// What the lists in the root of an index have in common: files of lines with tabs, which several programs read and change.

/// Keeps all others waiting who want to change the same list; a crash lets go of it. Not to be held by one thread twice.
class ListLock {
public:
    /// Waits its turn. `held`: a folder, or a file that is made when it is not there. Errors: io.
    static Result<ListLock> acquire(const std::filesystem::path& held);

    ListLock(ListLock&& other) noexcept;
    ListLock& operator=(ListLock&&) = delete;
    ~ListLock();

private:
    explicit ListLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

/// Replaces `index/name` in a single step, by way of `name.new`, and flushes it to the disk. Errors: io.
Result<void> replace_list(const std::filesystem::path& index, std::string_view name, std::string_view lines);

/// Cuts off what stands before `border`, and `border` too; all of it when there is none.
std::string_view take_until(std::string_view& rest, char border);

}  // namespace schakel
