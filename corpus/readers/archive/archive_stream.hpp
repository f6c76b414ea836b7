#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "config/error.hpp"
#include "corpus/readers/archive/archive_limits.hpp"

struct archive;
struct archive_entry;

namespace schakel {

/// What an archive says about one of its entries.
struct ArchiveEntry {
    enum class Kind { file, folder, other };  // other: links, devices

    std::string name;  // its path as bytes, of any encoding
    Kind kind = Kind::file;
    bool is_encrypted = false;
};

/// What may still be unpacked; shared by an archive and those inside it.
struct UnpackBudget {
    std::uint64_t left = 0;  // bytes
    bool is_spent = false;   // more was asked for
};

/// The entries of a zip or tar archive, one after the other, by libarchive, whose outcomes become errors here. One thread.
class ArchiveStream {
public:
    /// Refers to `limits` and `budget`, which live longer. An archive that cannot be opened fails at `next`.
    ArchiveStream(const std::filesystem::path& file, const ArchiveLimits& limits, UnpackBudget& budget);

    /// Refers to `bytes` too.
    ArchiveStream(std::string_view bytes, const ArchiveLimits& limits, UnpackBudget& budget);

    ArchiveStream(const ArchiveStream&) = delete;
    ArchiveStream& operator=(const ArchiveStream&) = delete;
    ~ArchiveStream();

    /// The next entry; absent at the end. Errors: malformed (no archive, damaged), unreadable (cannot be opened, or the
    /// budget is spent); nothing follows then.
    Result<std::optional<ArchiveEntry>> next();

    /// The content of the entry that `next` gave last. Errors: malformed, unreadable (past a limit). Once per entry.
    Result<std::string> content();

    /// Nothing can be read any more: after an error of `next`, and some of `content`.
    bool is_broken() const { return is_broken_; }

private:
    struct Free {
        void operator()(archive* reader) const;
    };
    struct Locale;

    void prepare();
    bool is_acceptable() const;
    bool must_unpack_to_pass() const;
    std::optional<Error> unpack(std::string* content);
    std::optional<Error> excess(std::uint64_t unpacked, std::uint64_t packed_before);
    Error fault(int outcome);

    const ArchiveLimits& limits_;
    UnpackBudget& budget_;
    std::unique_ptr<Locale> locale_;
    std::unique_ptr<archive, Free> reader_;
    archive_entry* entry_ = nullptr;  // of reader_; the entry at hand
    bool is_unread_ = false;          // that entry's content
    bool is_broken_ = false;
    int opened_ = 0;  // what opening said
};

}  // namespace schakel
