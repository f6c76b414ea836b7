#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/paths.hpp"

namespace schakel {

/// A source in a temporary folder.
class SourceFolder {
public:
    const std::filesystem::path& path() const { return folder_.path(); }
    std::vector<std::filesystem::path> sources() const { return {folder_.path()}; }

    void write(const std::string& name, std::string_view text) const {
        std::ofstream(folder_.path() / name, std::ios::binary) << text;
    }

private:
    TemporaryFolder folder_;
};

}  // namespace schakel
