#pragma once

#include <filesystem>
#include <optional>

namespace schakel {

/// The root folder of the source tree, for tests that read `config/`, `corpus/records` or golden files. Absolute.
std::filesystem::path repository_folder();

/// The folder with large evaluation and test material outside the repository, from the environment variable SCHAKEL_SHARED.
/// Empty when it is unset or no folder; a test then says that it is skipped and succeeds.
std::optional<std::filesystem::path> shared_folder();

/// A new empty folder that is removed, with all that is in it, by the destructor. Movable by nobody: one per test.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace schakel
