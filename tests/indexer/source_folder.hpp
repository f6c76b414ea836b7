#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/source.hpp"
#include "tests/paths.hpp"

namespace schakel {

/// A source in a temporary folder.
class SourceFolder {
public:
    const std::filesystem::path& path() const { return folder_.path(); }
    std::vector<Source> sources() const { return {{.path = folder_.path()}}; }

    void write(const std::string& name, std::string_view text) const {
        std::ofstream(folder_.path() / name, std::ios::binary) << text;
    }

    void remove(const std::string& name) const { std::filesystem::remove(folder_.path() / name); }

private:
    TemporaryFolder folder_;
};

}  // namespace schakel
