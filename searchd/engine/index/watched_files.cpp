#include "searchd/engine/index/watched_files.hpp"

#include <algorithm>

#include <sys/stat.h>

#include "config/index/manifest.hpp"
#include "config/index/tombstones.hpp"

namespace schakel {

FileStamp FileStamp::of(const std::filesystem::path& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) return {};
    return {status.st_ino, status.st_size, status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
}

WatchedFiles::WatchedFiles(const std::filesystem::path& generation) {
    add(generation / "manifest.json");  // before it is read: what changes meanwhile is seen at the next look
    const auto manifest = read_manifest(generation);
    if (!manifest) return;
    for (const ManifestSegment& segment : manifest->segments) {
        for (const ManifestFile& file : segment.files) add(generation / segment.name / file.name);
        if (!segment.tombstones.empty()) add(generation / tombstones_name(segment.name));
    }
}

bool WatchedFiles::changed() const {
    return std::any_of(files_.begin(), files_.end(),
                       [](const File& file) { return FileStamp::of(file.path) != file.stamp; });
}

bool WatchedFiles::written_over() const {
    return std::any_of(files_.begin(), files_.end(), [](const File& file) {
        const FileStamp now = FileStamp::of(file.path);
        return now.inode == file.stamp.inode && now != file.stamp;
    });
}

}  // namespace schakel
