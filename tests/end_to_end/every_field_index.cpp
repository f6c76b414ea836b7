#include "tests/end_to_end/every_field_index.hpp"

#include <stdexcept>

namespace schakel {

namespace fs = std::filesystem;

EveryFieldIndex::EveryFieldIndex() {
    const fs::path fixtures = repository_folder() / "tests/end_to_end/fixtures/every-field";
    fs::copy(repository_folder() / "config", config(), fs::copy_options::recursive);
    fs::copy(fixtures, config(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    fs::rename(config() / "oude-indeling.tsv", config() / "regions/schemes/oude-indeling.tsv");
    const std::vector<std::string> settings{"--config", (config() / "schakel.toml").string()};
    make_index(config() / "other", config() / "other-index", settings);
    if (const Outcome built = build_index({}, config() / "own-index", settings); built.status != 0)
        throw std::runtime_error("the index with every field cannot be built:\n" + built.output + built.errors);
}

}  // namespace schakel
