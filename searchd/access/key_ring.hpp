#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>

#include "config/error.hpp"
#include "searchd/access/api_key.hpp"

namespace schakel {

/// The keys of a file that others change while the program runs. The file is looked at when keys are asked for, once a second at
/// most; when it cannot be read, the keys that were known stay and the log says why. Safe from any thread.
class KeyRing {
public:
    /// Without a file there are no keys. Errors: those of `read_keys`.
    static Result<std::unique_ptr<KeyRing>> open(const std::filesystem::path& file);

    /// As they are now, or were a second ago.
    std::shared_ptr<const KeySet> keys();

private:
    /// What shows that a file is another one than before.
    struct Stamp {
        std::int64_t nanoseconds = 0;  // of its last change
        std::uint64_t number = 0;      // inode: a file that is replaced gets another one
        std::int64_t bytes = -1;       // -1 = no such file
        bool operator==(const Stamp&) const = default;
    };

    explicit KeyRing(std::filesystem::path file) : file_(std::move(file)) {}

    static Stamp stamp_of(const std::filesystem::path& file);
    void look();

    std::filesystem::path file_;               // empty = none
    std::atomic<std::int64_t> next_look_ = 0;  // milliseconds of the steady clock
    std::mutex mutex_;                         // guards what follows
    Stamp stamp_;
    std::shared_ptr<const KeySet> keys_ = std::make_shared<const KeySet>();
};

}  // namespace schakel
