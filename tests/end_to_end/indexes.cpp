#include "tests/end_to_end/indexes.hpp"

#include "tests/end_to_end/daemon.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace fs = std::filesystem;

namespace {

/// A folder in which an index was built.
class BuiltIndex {
public:
    BuiltIndex(const fs::path& source, const std::vector<std::string>& options) : path_(folder_.path() / "index") {
        make_index(source, path_, options);
    }

    const fs::path& path() const { return path_; }

private:
    TemporaryFolder folder_;
    fs::path path_;
};

}  // namespace

fs::path fixture_settings() { return repository_folder() / "tests/end_to_end/fixtures/schakel.toml"; }
fs::path fixture_records() { return repository_folder() / "tests/end_to_end/fixtures/records"; }
fs::path sample_records() { return repository_folder() / "corpus/records"; }

const fs::path& fixture_index() {
    static const BuiltIndex index(fixture_records(), {"--config", fixture_settings().string()});
    return index.path();
}

const fs::path& sample_index() {
    static const BuiltIndex index(sample_records(), {});
    return index.path();
}

}  // namespace schakel
