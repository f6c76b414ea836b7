#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace schakel {

/// By what a file that is replaced or written over can be told from the one before it; zeros when there is none.
struct FileStamp {
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t changed = 0;  // ns since 1970

    static FileStamp of(const std::filesystem::path& file);
    bool operator==(const FileStamp&) const = default;
};

/// The files of a generation as they stood on the disk at one moment. A plain value.
class WatchedFiles {
public:
    WatchedFiles() = default;

    /// Those that the manifest of a generation names, and the manifest; a manifest that cannot be read names none.
    explicit WatchedFiles(const std::filesystem::path& generation);

    /// Whether one of them is gone, replaced or written over since.
    bool changed() const;

    /// Whether one of them holds other bytes since, under whoever has it open.
    bool written_over() const;

private:
    struct File {
        std::filesystem::path path;
        FileStamp stamp;
    };

    void add(const std::filesystem::path& file) { files_.push_back({file, FileStamp::of(file)}); }

    std::vector<File> files_;
};

}  // namespace schakel
